export type BenchPage = {
  readonly id: string;
  readonly title: string;
  /** Key of the space. */
  readonly space: string;
  readonly storage: string;
};

/** What is converted, searched and asked. */
export type BenchMaterial = { readonly pages: readonly BenchPage[]; readonly queries: readonly string[] };
