/** @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    // There are only a few pages, and whoever is offline must be able to go to each of them.
    v3_lazyRouteDiscovery: false,
    v3_routeConfig: true,
  },
};
