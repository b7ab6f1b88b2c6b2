/** The options of `fetch` that sending a file needs. */
interface Sending {
  method?: string | undefined;
  headers?: HeadersInit | undefined;
  body?: XMLHttpRequestBodyInit | null;
  signal?: AbortSignal | null | undefined;
  /** Is called with the number of bytes of the body that have been sent, and of all of them. */
  onProgress?(loaded: number, total: number): void;
}

/** Does what `fetch` does with XMLHttpRequest, because only that reports how much of a body has been sent. */
export function xhrFetch(url: string, sending: Sending): Promise<Response> {
  const { method = "GET", headers, body, signal, onProgress } = sending;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded, total);
    request.onload = () => {
      const { status } = request;
      const answered = status === 204 || status === 304 ? null : request.responseText;
      resolve(new Response(answered, { status, headers: headersOf(request.getAllResponseHeaders()) }));
    };
    request.onerror = () => reject(new TypeError("Failed to fetch"));
    request.onabort = () => reject(new DOMException("The upload was aborted.", "AbortError"));
    if (signal?.aborted) return reject(signal.reason);
    signal?.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}

function headersOf(lines: string): Headers {
  const headers = new Headers();
  for (const line of lines.split("\r\n")) {
    const at = line.indexOf(":");
    if (at > 0) headers.append(line.slice(0, at), line.slice(at + 1).trim());
  }
  return headers;
}
