kubectl get pods --namespace kube-system -l component=kube-apiserver -o yaml | grep -e '--egress-selector-config-file='
kubectl get pods --namespace kube-system -l k8s-app=konnectivity-server -o yaml | grep -E -- '--(cluster-ca-cert|agent-namespace|agent-service-account|authentication-audience|uds-name|health-bind-address)'
kubectl get --raw /metrics | grep '^apiserver_egress_dialer_'
