openssl s_client -connect "$KONNECTIVITY_SERVER:8091" -alpn h2 -CAfile "$CA_FILE" </dev/null | grep -iE 'client certificate CA names|Verify return code'
sudo ss -tnp state established '( dport = :8091 )'
curl -s --max-time 5 "http://$CONTROL_PLANE_IP:8092/metrics" | grep '^konnectivity_network_proxy_server_ready_backend'
