ss -tlnp '( sport = :10257 or sport = :10258 or sport = :10259 )'
openssl s_client -connect 127.0.0.1:10259 </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer -ext subjectAltName
curl -sk -o /dev/null -w '%{http_code}\n' https://127.0.0.1:10259/healthz
curl -sk -o /dev/null -w '%{http_code}\n' https://127.0.0.1:10259/metrics
ps -o args= -C kube-scheduler,kube-controller-manager,cloud-controller-manager | tr ' ' '\n' \
  | grep -E -- '--(bind-address|tls-cert-file|authentication-|authorization-|profiling)'
