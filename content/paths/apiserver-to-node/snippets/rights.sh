kubectl get clusterroles -o json | jq -r '.items[]
  | select(any(.rules[]?; any(.apiGroups[]?; . == "" or . == "*")
      and any(.resources[]?; . == "nodes/proxy" or . == "*/proxy" or . == "*")))
  | .metadata.name'
kubectl auth can-i get nodes --subresource=proxy --as="system:serviceaccount:$NAMESPACE:$ACCOUNT"
