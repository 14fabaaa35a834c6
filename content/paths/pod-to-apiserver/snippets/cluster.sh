kubectl get service kubernetes -n default
kubectl get endpointslices -n default -l kubernetes.io/service-name=kubernetes
kubectl get --raw /metrics | grep -E '^serviceaccount_(stale|legacy|valid)_tokens_total'
kubectl get secrets --all-namespaces --field-selector type=kubernetes.io/service-account-token
