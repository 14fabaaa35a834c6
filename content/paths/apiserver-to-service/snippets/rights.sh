kubectl get clusterrole system:aggregate-to-edit -o json | jq -c '.rules[] | select(any(.resources[]?; . == "endpoints" or . == "endpointslices"))'
kubectl auth can-i update endpoints --namespace "$NAMESPACE" --as "$USER_NAME"
kubectl auth can-i update endpointslices.discovery.k8s.io --namespace "$NAMESPACE" --as "$USER_NAME"
kubectl auth can-i get services --subresource=proxy --namespace "$NAMESPACE" --as "$USER_NAME"
kubectl get --raw /metrics | grep -E '^apiserver_request_total.*resource="services".*subresource="[^"]*proxy'
