import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { basename } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import { QueryClient } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import compression from "compression";
import express, { type Express } from "express";
import type { ApiContext } from "./api/context.ts";
import { appRouter } from "./api/router.ts";
import type { Config } from "./config.ts";
import { downloads } from "./downloads.ts";
import { AppError, systemCode } from "./errors.ts";
import { createLimits, unlimited } from "./limits.ts";
import { photoUrls } from "./photo-urls.ts";
import type { Services } from "./services.ts";
import { checkEngines } from "./status.ts";
import { api, apiPath } from "./web-api.ts";
import { concealErrors, hostAndOrigin, knownMethods, securityHeaders } from "./web-guard.ts";
import { knownOnly, signInFor } from "./web-login.ts";
import { oneByOne } from "./web-one-by-one.ts";
import { uploadsPath, uploadUrls } from "./web-uploads.ts";

export interface Web {
  /** Throws AppError CONFIGURATION that names the setting if the address cannot be used. */
  listen(): Promise<Server>;
  close(): Promise<void>;
}

const idleConnection = 120_000;
/** Bytes. The address holds the input of a query, such as a thousand hashes or a long question in Chinese. */
const longestHead = 128 * 1024;

export async function createWeb(config: Config, services: Services, { dev }: { dev: boolean }): Promise<Web> {
  const app = express();
  const logError = (error: unknown) => services.log.error(error);
  app.disable("x-powered-by");
  app.set("trust proxy", config.trustedProxies);
  const guard = [securityHeaders(dev), hostAndOrigin(config), knownMethods];
  app.get("/healthz", guard, (_request: express.Request, response: express.Response) => {
    response.type("text/plain").send("ok");
  });
  app.use(oneByOne(), guard);
  app.get("/readyz", async (request, response) => {
    const engines = await checkEngines(services.engines);
    const ready = engines.every((engine) => engine.ready);
    // The words of an engine may contain addresses, which strangers must not see.
    const { scope } = await services.access.callerOf(request.headers).catch(() => ({ scope: "none" }));
    response.status(ready ? 200 : 503).json({ ready, ...(scope !== "none" && { engines }) });
  });
  app.use(downloads({ ...services, onError: logError }));
  app.use(photoUrls({ ...services, onError: logError }));
  const limits = createLimits(config.limits);
  app.use(uploadsPath, uploadUrls({ ...services, onError: logError }, limits));
  app.use(apiPath, api(services, limits));
  const closePages = await mountPages(app, config, services, dev);
  app.use(concealErrors(logError));

  const server = await openServer(config.tls, app);
  // An upload may take as long as it likes while bytes arrive; an idle connection is dropped.
  server.requestTimeout = 0;
  server.timeout = idleConnection;

  return {
    listen: () => listen(server, config),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await closePages();
    },
  };
}

/** Throws AppError CONFIGURATION if certificate or key cannot be used. */
async function openServer(tls: Config["tls"], app: Express): Promise<Server> {
  const options = { maxHeaderSize: longestHead };
  if (!tls) return createServer(options, app);
  const read = (name: string, path: string) =>
    readFile(path).catch((cause: unknown) => {
      const words = `${name}: ${path} cannot be read (${systemCode(cause) ?? cause})`;
      throw new AppError("CONFIGURATION", words, { cause });
    });
  const cert = await read("GLIMPSE_TLS_CERT", tls.cert);
  const key = await read("GLIMPSE_TLS_KEY", tls.key);
  try {
    return createSecureServer({ ...options, cert, key }, app);
  } catch (cause) {
    const words = `GLIMPSE_TLS_CERT: certificate and key cannot be used (${cause instanceof Error ? cause.message : cause})`;
    throw new AppError("CONFIGURATION", words, { cause });
  }
}

/**
 * Mounts Remix's pages: the built ones, or in development straight from the sources with hot reload. Returns
 * a function that closes them.
 */
async function mountPages(
  app: Express,
  config: Config,
  services: Services,
  dev: boolean,
): Promise<() => Promise<void>> {
  app.use(compression());
  // Pages hold private data, so they must not be cached.
  const unkept: express.RequestHandler = (_request, response, next) => {
    response.setHeader("Cache-Control", "private, no-store");
    next();
  };
  const known = knownOnly(services.access);
  const getLoadContext = async (request: express.Request, response: express.Response) => {
    const queryClient = new QueryClient();
    const caller = await services.access.callerOf(request.headers);
    const ctx: ApiContext = { services, caller, owner: caller.owner, visit: unlimited, headers: {} };
    return {
      queryClient,
      trpc: createTRPCOptionsProxy({ ctx, queryClient, router: appRouter }),
      nonce: String(response.locals.nonce),
      isKnown: caller.scope === "all",
      signIn: signInFor(services.access, config, request),
      onError: (error: unknown) => services.log.error(error),
    };
  };

  if (dev) {
    const { createServer: createVite } = await import("vite");
    const vite = await createVite({ server: { middlewareMode: true } });
    app.use(vite.middlewares);
    const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
    app.all("*", unkept, known, createRequestHandler({ build, getLoadContext, mode: "development" }));
    return () => vite.close();
  }

  const build = (await import(new URL("../build/server/index.js", import.meta.url).href)) as ServerBuild;
  const client = new URL("../build/client", import.meta.url).pathname;
  app.use("/assets", express.static(`${client}/assets`, { immutable: true, maxAge: "1y", setHeaders }));
  app.use(express.static(client, { maxAge: "1h" }));
  app.all("*", unkept, known, createRequestHandler({ build, getLoadContext, mode: "production" }));
  return async () => {};
}

/** The service worker lies among the assets, and works for all pages. */
function setHeaders(response: express.Response, path: string): void {
  if (basename(path).startsWith("service-worker-")) response.setHeader("Service-Worker-Allowed", "/");
}

function listen(server: Server, { host, port }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      const code = systemCode(cause);
      const words =
        code === "EADDRINUSE"
          ? `GLIMPSE_PORT: port ${port} at ${host} is in use by another program; choose another`
          : code === "EADDRNOTAVAIL" || code === "ENOTFOUND"
            ? `GLIMPSE_HOST: ${host} is not an address of this machine`
            : `GLIMPSE_PORT: port ${port} at ${host} cannot be used (${cause.message})`;
      reject(new AppError("CONFIGURATION", words, { cause }));
    });
    server.listen(port, host, () => resolve(server));
  });
}
