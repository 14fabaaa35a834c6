kubectl get pod "$POD" --namespace "$NAMESPACE" -o jsonpath='{.status.podIPs[0].ip}{"\n"}'
kubectl get --raw "/api/v1/namespaces/$NAMESPACE/pods/$POD:$PORT/proxy/"
kubectl get --raw "/api/v1/namespaces/$NAMESPACE/pods/https:$POD:$TLS_PORT/proxy/"
sudo ss -tnp state established dst "$POD_IP"
