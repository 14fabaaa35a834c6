kubectl get clusterroles -o json | jq -r '.items[] | select(any(.rules[]?; any(.resources[]?; . == "pods/proxy" or . == "*/proxy" or . == "*"))) | .metadata.name'
kubectl auth can-i get pods --subresource=proxy --namespace "$NAMESPACE" --as "$USER_NAME"
