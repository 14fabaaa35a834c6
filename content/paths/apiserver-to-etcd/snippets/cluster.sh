kubectl get --raw '/readyz/etcd?verbose'
kubectl -n kube-system get pods -l component=etcd -o jsonpath='{.items[*].spec.containers[0].command}' \
  | tr '"' '\n' | grep -E -- '^--(listen-client-urls|client-cert-auth|trusted-ca-file)'
