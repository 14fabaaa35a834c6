ps -o args= -C kube-apiserver | tr ' ' '\n' | grep -E -- '^--(admission-control-config-file|authentication-token-webhook-config-file|authorization-webhook-config-file|authorization-config|profiling|v)='
openssl s_client -connect "$SERVICE_IP:443" -servername "$SERVICE.$NAMESPACE.svc" </dev/null | grep -A 2 -i 'client certificate'
