kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations -o custom-columns='NAME:.metadata.name,NAMESPACE:.webhooks[*].clientConfig.service.namespace,SERVICE:.webhooks[*].clientConfig.service.name,URL:.webhooks[*].clientConfig.url,POLICY:.webhooks[*].failurePolicy'
kubectl get customresourcedefinitions -o custom-columns='NAME:.metadata.name,CONVERSION:.spec.conversion.strategy'
kubectl -n "$NAMESPACE" get networkpolicies
