/**
 * Writes a base path with one slash at each end.
 *
 * @param {string | undefined} value what BASE_PATH says
 * @example basePath('kubepaths') → '/kubepaths/'
 * @example basePath(undefined) → '/'
 */
export function basePath(value) {
  const segments = (value ?? '').split('/').filter((segment) => segment !== '');
  return segments.length === 0 ? '/' : `/${segments.join('/')}/`;
}
