openssl s_client -connect "$NODE_IP:10250" </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer -ext subjectAltName
curl -sk -o /dev/null -w '%{http_code}\n' --max-time 5 "https://$NODE_IP:10250/metrics"
curl -s -o /dev/null -w '%{http_code}\n' --max-time 5 "http://$NODE_IP:10255/metrics"
curl -s -o /dev/null -w '%{http_code}\n' --max-time 5 "http://$NODE_IP:10249/metrics"
