import sharp from "sharp";
import { startGlimpse } from "./fixtures/glimpse.ts";
import { drawPhoto } from "./fixtures/photos.ts";
import { processesBelow, residentBytes } from "./fixtures/processes.ts";
import { sendPhoto, variantOf } from "./fixtures/uploading.ts";
const make=(w:number,h:number,ch:3|4=3)=>sharp({create:{width:w,height:h,channels:ch,background:"red"},limitInputPixels:false} as any);
const files: Record<string,Buffer> = {
 "png-64mp-interlaced": await make(8000,7990).png({progressive:true}).toBuffer(),
 "png-rgba16-64mp-interlaced": await make(8000,7990,4).toColourspace("rgb16").png({progressive:true}).toBuffer(),
 "avif-64mp": await make(8000,7990).avif({effort:0}).toBuffer(),
 "webp-64mp": await make(8000,7990).webp().toBuffer(),
 "tiff-64mp": await make(8000,7990).tiff({compression:"deflate"}).toBuffer(),
 "jpeg-196mp-progressive": await make(14000,14000).jpeg({progressive:true}).toBuffer(),
 "jpeg-300mp": await make(20000,15000).jpeg().toBuffer(),
};
for (const [k,b] of Object.entries(files)) console.log(k,b.length);
const g = await startGlimpse();
const small = await drawPhoto(1,{width:64,height:48});
let peak=0; const t=setInterval(()=>{peak=Math.max(peak, processesBelow(g.processes().worker!).reduce((s,p)=>s+residentBytes(p),0)/1e6)},50);
const t0=performance.now();
const ids = await Promise.all(Object.entries(files).map(async([k,b])=>[k,(await sendPhoto(g.url,b,{name:k})).photo!.id]));
await Promise.all(Array.from({length:20},(_,n)=>sendPhoto(g.url,variantOf(small,n))));
for(;;){ const s=await g.api.jobs.summary.query(); if(s.byStatus.received===0) break; if(performance.now()-t0>150000){console.log("TIMEOUT");break;} await new Promise(r=>setTimeout(r,300)); }
console.log("took", (performance.now()-t0)|0, "peak tree", peak|0);
for(const [k,id] of ids){ const p=await g.api.photos.get.query({id:id!}); console.log(k,p.status,p.failure, (await g.api.photos.timeline.query({id:id!})).map(e=>e.type+":"+e.at.slice(17,23)).join(" ")); }
console.log(await g.api.jobs.summary.query());
clearInterval(t); await g[Symbol.asyncDispose]();
