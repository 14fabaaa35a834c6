kubectl get --raw "/api/v1/nodes/$NODE/proxy/healthz"
kubectl get --raw "/api/v1/nodes/$NODE:10256/proxy/healthz"
