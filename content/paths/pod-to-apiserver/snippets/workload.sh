kubectl get pod "$POD" -n "$NAMESPACE" -o jsonpath='{.spec.volumes[*].projected.sources[*].serviceAccountToken}{"\n"}'
kubectl get pod "$POD" -n "$NAMESPACE" -o jsonpath='{.spec.serviceAccountName}{"\n"}'
kubectl auth can-i --list -n "$NAMESPACE" --as="system:serviceaccount:$NAMESPACE:$ACCOUNT"
