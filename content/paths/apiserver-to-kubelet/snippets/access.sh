curl -sk -o /dev/null -w '%{http_code}\n' --max-time 5 "https://$NODE_IP:10250/pods"
curl -s -o /dev/null -w '%{http_code}\n' --max-time 5 "http://$NODE_IP:10255/pods"
ps -o args= -C kube-apiserver | tr ' ' '\n' | grep -- '--kubelet'
kubectl get --raw "/api/v1/nodes/$NODE/proxy/configz" \
  | jq '.kubeletconfig | {authentication, authorization, readOnlyPort, serverTLSBootstrap, tlsCertFile}'
