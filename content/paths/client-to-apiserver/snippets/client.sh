kubectl config view --minify -o jsonpath='{.clusters[0].cluster}{"\n"}'
openssl s_client -connect "$API_HOST:$API_PORT" </dev/null 2>/dev/null | openssl x509 -noout -issuer -enddate -ext subjectAltName
kubectl auth whoami
kubectl auth can-i --list
