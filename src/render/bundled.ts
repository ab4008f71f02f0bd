// What a bundle of pages has to offer: the part of Astro's module for rendering that is used here.

/** A page or an endpoint, with one path or a pattern of many. */
export interface RouteData {
  readonly type: string;
  readonly component: string;
}

/** The module that Astro bundles for rendering. */
export interface BundledPages {
  readonly app: {
    /** Takes what Astro found out while it bundled. */
    setInternals(internals: { readonly pagesByKeys: ReadonlyMap<string, object> }): void;
    /** Takes the settings of a build: scripts that stand in every page, and where messages go. */
    setOptions(options: { readonly settings: { readonly scripts: readonly [] }; readonly logger: object }): void;
    /** What the paths of each route are given, once they have been listed. */
    readonly routeCache: {
      clearAll(): void;
      get(route: RouteData): { readonly staticPaths: { readonly keyed: ReadonlyMap<string, { readonly props?: unknown }> } } | undefined;
    };
    render(request: Request, options: { readonly routeData: RouteData }): Promise<Response>;
  };
}

/** One page to render. */
export interface PagePath {
  /** Its address without base path. */
  readonly pathname: string;
  readonly route: RouteData;
}
