/** What we use of LibRaw, compiled to WebAssembly. The types of the package are those of its web worker. */
declare module "libraw-wasm/dist/libraw.js" {
  export interface RawPicture {
    width: number;
    height: number;
    colors: number;
    data: Uint8Array;
  }

  /** What its methods throw holds as `excPtr` where an object of C++ lies in the memory. */
  export interface RawFile {
    open(bytes: Uint8Array, settings: Record<string, number | number[]>): void;
    metadata(): { width: number; height: number };
    imageData(): RawPicture;
    delete(): void;
  }

  export interface LibRawModule {
    LibRaw: new () => RawFile;
  }

  export default function create(options: {
    wasmBinary: Uint8Array;
    wasmMemory: WebAssembly.Memory;
    print(): void;
    printErr(): void;
  }): Promise<LibRawModule>;
}
