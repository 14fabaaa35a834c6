kubectl -n kube-system get pods -l component=kube-apiserver -o jsonpath='{.items[*].spec.containers[0].command}' \
  | tr '"' '\n' | grep -E -- '^--(authorization|enable-admission|client-ca|anonymous)'
kubectl auth can-i list secrets --all-namespaces --as="system:node:$NODE" --as-group=system:nodes
kubectl get csr --field-selector spec.signerName=kubernetes.io/kube-apiserver-client-kubelet
kubectl -n kube-system get secrets --field-selector type=bootstrap.kubernetes.io/token
