kubectl -n kube-system get deployment metrics-server -o jsonpath='{.spec.template.spec.containers[0].args}{"\n"}'
kubectl -n kube-system logs deployment/metrics-server --since=10m | grep -m3 x509
kubectl top nodes
kubectl auth can-i get nodes --subresource=proxy --as="system:serviceaccount:$NAMESPACE:$ACCOUNT"
kubectl auth can-i get nodes --subresource=metrics --as="system:serviceaccount:$NAMESPACE:$ACCOUNT"
