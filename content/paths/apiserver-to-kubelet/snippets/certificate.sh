kubectl get nodes -o custom-columns='NODE:.metadata.name,ADDRESSES:.status.addresses[*].address,PORT:.status.daemonEndpoints.kubeletEndpoint.Port'
openssl s_client -connect "$NODE_IP:10250" </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer -enddate -ext subjectAltName
openssl s_client -connect "$NODE_IP:10250" -CAfile /etc/kubernetes/pki/ca.crt -verify_ip "$NODE_IP" </dev/null 2>/dev/null | grep -m1 'Verify return code'
kubectl get csr --field-selector spec.signerName=kubernetes.io/kubelet-serving
