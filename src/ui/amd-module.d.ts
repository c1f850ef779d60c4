/** The module object of the AMD loader that loads a plugin. */
declare module 'amd-module' {
  const module: { readonly id: string; readonly uri: string } | undefined;
  export default module;
}
