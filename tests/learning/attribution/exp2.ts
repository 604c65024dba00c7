import fs from "node:fs"; import v8 from "node:v8";
import { linked } from "../../../src/attribution/linker.js";
import { runsOf } from "../../../src/attribution/runs.js";
import { type Tagged, tagged } from "../../../src/attribution/tagger.js";
import { articles } from "./articles.js";
import { learnCrf } from "./crf.js";
import { countCues, ratesWithout } from "./cue-rates.js";
import { paragraphsOf, tagSequence } from "./first-stage.js";
import { LINK_SETTINGS, TAG_SETTINGS } from "./learn.js";
import { goldLinks, goldOf, linkSequence } from "./second-stage.js";
const N=400; const CACHE="/tmp/seen400.bin";
const all = (articles("attribution-train") ?? []).slice(0,N);
const counts = countCues(all);
const paras = all.flatMap((article, index) => paragraphsOf(article, ratesWithout(counts.total, counts.each.get(article.id))).map((paragraph) => ({ paragraph, fold: index % 3 })));
let t=performance.now(); const lap=(s:string)=>{console.log(s,((performance.now()-t)/1000).toFixed(0)); t=performance.now();};
if(!fs.existsSync(CACHE)){ const seqs=paras.map(p=>tagSequence(p.paragraph)); const out: unknown[]=[]; for(const fold of [0,1,2]){ const m=learnCrf(seqs.filter((_,i)=>paras[i]?.fold!==fold),TAG_SETTINGS); paras.forEach((p,i)=>{ if(p.fold===fold){ const s=tagged(m,p.paragraph.passage); out[i]={tags:s.tags,marginals:s.marginals,cues:s.cues}; } }); lap('fold'); } fs.writeFileSync(CACHE,v8.serialize(out)); }
const cache=v8.deserialize(fs.readFileSync(CACHE)) as Pick<Tagged,'tags'|'marginals'|'cues'>[];
const cands=paras.flatMap(({paragraph,fold},i)=>{ const c=cache[i]; if(!c) return []; const seen:Tagged={passage:paragraph.passage,runs:runsOf(paragraph.passage),...c}; const golds=goldLinks(paragraph); return seen.cues.flatMap(cue=>{const gold=goldOf(cue,golds); return gold?[{seen,cue,gold,fold}]:[];}); });
const train=cands.filter(c=>c.fold!==0).map(c=>linkSequence(c.seen,c.cue,c.gold)); lap('cands '+cands.length);
const epochs=Number(process.argv[2]??LINK_SETTINGS.epochs), rate=Number(process.argv[3]??LINK_SETTINGS.rate);
const m=learnCrf(train,{...LINK_SETTINGS,epochs,rate,kept:Number(process.argv[4]??1e6)}); lap('learn');
let n=0,src=0,cue=0,con=0,any=0; const key=(s:readonly {start:number;end:number}[])=>s.map(x=>`${x.start}:${x.end}`).join();
let cs=[0,0,0];
for(const c of cands.filter(c=>c.fold===0)){ n++; const l=linked(m,c.seen,c.cue); if(key(l.source?[l.source]:[])===key(c.gold.source))src++; if(key([l.cue])===key(c.gold.cue))cue++; if(key(l.content)===key(c.gold.content))con++; if(l.content.length)any++; const G=new Set(c.gold.content.map(x=>key([x]))); cs[0]!+=l.content.length; cs[1]!+=G.size; cs[2]!+=l.content.filter(x=>G.has(key([x]))).length; }
console.log(process.argv.slice(2).join(' '),`n ${n} source ${(100*src/n).toFixed(1)} cue ${(100*cue/n).toFixed(1)} content ${(100*con/n).toFixed(1)} span F1 ${(200*(cs[2]??0)/((cs[0]??0)+(cs[1]??1))).toFixed(1)}`); lap('test');
