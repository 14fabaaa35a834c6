curl -sk -o /dev/null -w '%{http_code}\n' --max-time 5 "https://$API_HOST:$API_PORT/api"
curl -sk -o /dev/null -w '%{http_code}\n' --max-time 5 "https://$API_HOST:$API_PORT/livez"
kubectl get clusterrolebindings -o json \
  | jq -r '.items[] | select(any(.subjects[]?; .name == "system:anonymous" or .name == "system:unauthenticated")) | .metadata.name'
