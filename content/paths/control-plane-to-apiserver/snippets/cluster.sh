kubectl -n kube-system get pods -l tier=control-plane -o jsonpath='{.items[*].spec.containers[0].command}' \
  | tr '"' '\n' | grep -E -- '^(kube-|--(authorization-mode|use-service-account|profiling|bind-address|cluster-signing-duration))'
kubectl -n kube-system get serviceaccounts
kubectl auth can-i '*' '*' --all-namespaces --as=system:kube-scheduler
