ss -tnp state established '( dport = :6443 )'
kubectl config view --kubeconfig=/etc/kubernetes/scheduler.conf -o jsonpath='{.clusters[0].cluster.server}{"\n"}'
kubectl config view --kubeconfig=/etc/kubernetes/scheduler.conf --raw -o jsonpath='{.users[0].user.client-certificate-data}' \
  | base64 -d | openssl x509 -noout -subject -issuer -enddate
kubeadm certs check-expiration
ss -tlnp '( sport = :10257 or sport = :10259 )'
