ss -tnp state established '( dport = :6443 )'
openssl x509 -noout -subject -issuer -enddate -in /var/lib/kubelet/pki/kubelet-client-current.pem
curl -sS -o /dev/null -w '%{http_code}\n' --cacert /etc/kubernetes/pki/ca.crt "https://$APISERVER:6443/api"
