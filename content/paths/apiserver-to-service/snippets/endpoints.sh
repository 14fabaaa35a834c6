kubectl get endpoints "$SERVICE" --namespace "$NAMESPACE" -o jsonpath='{range .subsets[*].addresses[*]}{.ip}{"\t"}{.targetRef.kind}{" "}{.targetRef.namespace}/{.targetRef.name}{"\n"}{end}'
kubectl get --raw "/api/v1/namespaces/$NAMESPACE/services/$SERVICE:$PORT/proxy/"
