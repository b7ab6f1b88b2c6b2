import { finished } from "node:stream/promises";
import { type Request, type RequestHandler, type Response, Router } from "express";
import type { Access } from "./access.ts";
import { allow } from "./api/caller.ts";
import { answerFor } from "./api/errors.ts";
import { staged } from "./api/photos.ts";
import { AppError, statusOf } from "./errors.ts";
import { type ResumableUploads, uploadKept } from "./ingest/resumable.ts";
import type { AnnouncedFile, UnfinishedUpload, UploadSender } from "./library/unfinished-uploads.ts";
import type { Limits, Visit } from "./limits.ts";
import { watchCaller } from "./web-api.ts";

export const uploadsPath = "/api/uploads";
const protocol = "1.0.0";
const bytesType = "application/offset+octet-stream";

interface Needs {
  access: Access;
  resumable: ResumableUploads;
  onError: (error: unknown) => void;
}

/** The parts of one request. */
interface Asked {
  request: Request;
  response: Response;
  visit: Visit;
  sender: UploadSender;
  id: string;
}

/**
 * Serves uploads that go on after a break: tus 1.0 (https://tus.io) with its extensions creation, expiration and
 * termination. Takes the same callers, limits and files as `photos.upload`.
 */
export function uploadUrls({ access, resumable, onError }: Needs, limits: Limits): Router {
  const router = Router();

  const serve =
    (work: (asked: Asked) => Promise<void>): RequestHandler =>
    async (request, response) => {
      response.setHeader("Tus-Resumable", protocol);
      response.setHeader("Cache-Control", "private, no-store");
      const visit = limits.visit(String(request.ip));
      response.once("close", visit.end);
      try {
        if (request.headers["tus-resumable"] !== protocol) return await refuseVersion(request, response);
        // An upload waits for its place before it costs anything.
        if (request.method === "POST" || request.method === "PATCH") await visit.admit("upload");
        const caller = await access.callerOf(request.headers);
        allow(caller, "upload");
        const sender = { owner: caller.owner, begunBy: caller.via === "token" ? (caller.id ?? "") : "" };
        await work({ request, response, visit, sender, id: String(request.params.id) });
      } catch (error) {
        await refuse(error, request, response, onError);
      }
    };

  router.options(["/", "/:id"], (_request, response) => {
    response.setHeader("Tus-Resumable", protocol);
    response.setHeader("Tus-Version", protocol);
    response.setHeader("Tus-Extension", "creation,expiration,termination");
    response.status(204).end();
  });

  router.post(
    "/",
    serve(async ({ request, response, sender }) => {
      const upload = await resumable.begin(sender, announced(request));
      response.setHeader("Location", `${uploadsPath}/${upload.id}`);
      tell(response, upload).status(201).end();
    }),
  );

  router.head(
    "/:id",
    serve(async ({ response, sender, id }) => {
      tell(response, await resumable.look(sender, id))
        .status(200)
        .end();
    }),
  );

  router.patch(
    "/:id",
    serve(async ({ request, response, visit, sender, id }) => {
      if (request.headers["content-type"] !== bytesType) {
        throw new AppError("UNSUPPORTED_TYPE", `The bytes of an upload come as ${bytesType}.`);
      }
      const isSized = request.headers["content-length"] !== undefined;
      if (isSized) visit.stage(wholeNumber(request, "content-length"));
      const breakOff = () => request.destroy();
      const looks = watchCaller(access, request.headers, breakOff);
      try {
        const bytes = request.iterator({ destroyOnReturn: false });
        const body = isSized ? bytes : staged(bytes, visit);
        const at = wholeNumber(request, "upload-offset");
        tell(response, await resumable.append(sender, id, at, { body, breakOff }))
          .status(204)
          .end();
      } finally {
        clearInterval(looks);
      }
    }),
  );

  router.delete(
    "/:id",
    serve(async ({ response, sender, id }) => {
      await resumable.drop(sender, id);
      response.status(204).end();
    }),
  );
  return router;
}

function tell(response: Response, { bytes, received, touchedAt, ended }: UnfinishedUpload): Response {
  response.setHeader("Upload-Length", bytes);
  response.setHeader("Upload-Offset", received);
  response.setHeader("Upload-Expires", new Date(touchedAt + uploadKept).toUTCString());
  if (ended) {
    response.setHeader("Glimpse-Photo", ended.photoId);
    response.setHeader("Glimpse-Duplicate", String(ended.duplicate));
    response.setHeader("Glimpse-Repaired", String(ended.repaired));
  }
  return response;
}

/** Reads what the sender tells about a file before it is sent. */
function announced(request: Request): AnnouncedFile {
  const said = metadata(String(request.headers["upload-metadata"] ?? ""));
  const modified = said.get("modified");
  const modifiedAt = modified === undefined ? null : Number(modified);
  if (modifiedAt !== null && !Number.isSafeInteger(modifiedAt)) {
    throw new AppError("BAD_REQUEST", "Upload-Metadata: modified must be milliseconds since 1970");
  }
  const sha256 = said.get("sha256") ?? null;
  if (sha256 !== null && !/^[0-9a-f]{64}$/.test(sha256)) {
    throw new AppError("BAD_REQUEST", "Upload-Metadata: sha256 must be a hash in lower-case hex");
  }
  return {
    name: said.get("filename") ?? "",
    modifiedAt,
    bytes: wholeNumber(request, "upload-length"),
    sha256,
  };
}

/** Reads pairs such as `filename YS5qcGc=`, with commas between them. */
function metadata(header: string): Map<string, string> {
  const pairs = header.split(",").map((pair) => pair.trim().split(" "));
  return new Map(pairs.map(([key = "", value = ""]) => [key, Buffer.from(value, "base64").toString("utf8")]));
}

function wholeNumber({ headers }: Request, name: string): number {
  const value = String(headers[name] ?? "");
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new AppError("BAD_REQUEST", `${name}: must be a number of bytes`);
}

async function refuseVersion(request: Request, response: Response): Promise<void> {
  response.setHeader("Tus-Version", protocol);
  response.status(412).type("text/plain").send(`Say Tus-Resumable: ${protocol}.`);
  request.resume();
}

async function refuse(
  error: unknown,
  request: Request,
  response: Response,
  onError: (error: unknown) => void,
): Promise<void> {
  if (request.destroyed && response.destroyed) return;
  const ours =
    error instanceof AppError
      ? error
      : new AppError("INTERNAL", "Something went wrong inside Glimpse. Its log says more.");
  if (statusOf[ours.code] >= 500) onError(error);
  if (ours.code === "UNAUTHORIZED") response.setHeader("WWW-Authenticate", "Bearer");
  if (ours.retryAfter !== null) response.setHeader("Retry-After", ours.retryAfter);
  // We read a refused request to its end; otherwise its sender would see a reset connection and no answer.
  if (!response.shouldKeepAlive) await finished(request.resume()).catch(() => {});
  response.status(statusOf[ours.code]).json(answerFor(ours));
  request.resume();
}
