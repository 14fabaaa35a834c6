kubectl get apiservices -o custom-columns='NAME:.metadata.name,NAMESPACE:.spec.service.namespace,SERVICE:.spec.service.name,SKIP:.spec.insecureSkipTLSVerify'
kubectl -n kube-system get configmap extension-apiserver-authentication -o jsonpath='{.data.requestheader-allowed-names}{"\n"}'
kubectl -n kube-system get rolebindings -o wide | grep extension-apiserver-authentication-reader
kubectl get clusterrolebindings -o wide | grep system:auth-delegator
