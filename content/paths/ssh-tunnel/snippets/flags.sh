kubectl get --raw /version
kubectl get pods --namespace kube-system -l component=kube-apiserver -o yaml | grep -E -- '--(ssh-user|ssh-keyfile|egress-selector-config-file)='
