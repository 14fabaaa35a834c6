kubectl get endpointslices --namespace "$NAMESPACE" -l "kubernetes.io/service-name=$SERVICE" -o jsonpath='{range .items[*].endpoints[*]}{.addresses[0]}{"\t"}{.targetRef.kind}{" "}{.targetRef.namespace}/{.targetRef.name}{"\n"}{end}'
kubectl get --raw "/api/v1/namespaces/$NAMESPACE/services/$SERVICE:$PORT/proxy/"
