ps -o args= -C kube-apiserver | tr ' ' '\n' | grep -E -- '^--(etcd-|encryption-provider-config)'
ps -o args= -C etcd | tr ' ' '\n' | grep -E -- '^--(listen-|client-cert-auth|trusted-ca-file|auto-tls)'
ss -tlnp '( sport = :2379 )'
openssl x509 -noout -issuer -subject -enddate -in /etc/kubernetes/pki/apiserver-etcd-client.crt
curl --silent --show-error --cacert /etc/kubernetes/pki/etcd/ca.crt https://127.0.0.1:2379/version
