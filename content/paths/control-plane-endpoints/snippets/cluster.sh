kubectl auth can-i get /metrics --as="system:serviceaccount:$NAMESPACE:$ACCOUNT"
kubectl get clusterrole system:monitoring -o yaml
kubectl get clusterrolebindings -o json \
  | jq -r '.items[] | select(.roleRef.name == "system:monitoring") | .subjects'
