ps -o args= -C kube-apiserver | tr ' ' '\n' | grep -E -- '^--(requestheader-|proxy-client-|client-ca-file|enable-aggregator-routing)'
openssl x509 -noout -issuer -subject -in /etc/kubernetes/pki/front-proxy-client.crt
openssl x509 -noout -fingerprint -sha256 -in /etc/kubernetes/pki/front-proxy-ca.crt
openssl x509 -noout -fingerprint -sha256 -in /etc/kubernetes/pki/ca.crt
