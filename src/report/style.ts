/** The style sheet of reports: readable on a phone, on A4 and in greyscale. */
export const STYLE = `
:root{color-scheme:light;--ink:#1b1b1b;--soft:#595959;--line:#d9d9d9;--wash:#f5f6f7;--link:#0b5c8f}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
header,main{max-width:960px;margin:0 auto;padding:0 20px}
header{padding-top:28px}
main{padding-bottom:60px}
.brand{color:var(--soft);margin:0 0 4px;font-size:14px}
h1{font-size:30px;line-height:1.15;margin:0 0 8px;overflow-wrap:anywhere}
h2{font-size:22px;margin:36px 0 12px;padding-top:12px;border-top:1px solid var(--line)}
h3{font-size:17px;margin:24px 0 6px}
p,li,dd{overflow-wrap:anywhere}
header p{margin:0 0 6px}
.logo{float:right;max-height:56px;max-width:200px}
.meta{color:var(--soft);font-size:14px}
.headline{font-size:20px;line-height:1.4;background:var(--wash);border-left:4px solid var(--link);padding:14px 18px;margin:0 0 16px}.headline.doubt{border-left:4px double currentColor;font-weight:600}
.board h2{margin-top:20px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:12px;margin:0 0 8px}
.tiles div{border:1px solid var(--line);border-top:4px solid var(--link);padding:10px 12px}
.tiles dt{margin:0;font-weight:400;font-size:14px;color:var(--soft)}
.tiles .value{font-size:24px;line-height:1.2;font-weight:650;margin:2px 0}
.tiles dd{font-size:14px}
.quotes{display:grid;grid-template-columns:1fr 1fr;gap:16px;margin:8px 0}
blockquote{margin:0;padding:2px 0 2px 14px;border-left:3px solid var(--line)}
blockquote p{margin:0;font-style:italic}
blockquote footer{color:var(--soft);font-size:14px}
.notes div{margin:0 0 8px}
.story{display:grid;grid-template-columns:max-content 1fr;gap:6px 16px}.story dt,.story dd{margin:0}
.contents ol{columns:2;column-gap:32px;margin:0;padding-left:22px}
.contents li{margin:0 0 4px;break-inside:avoid}
a{color:var(--link)}
.chapter{margin:0;border-top:1px solid var(--line)}
.chapter>summary{padding:12px 0}
.chapter>summary h2{display:inline;border:0;padding:0;margin:0;font-size:20px;color:var(--ink)}
.chapter>section{padding:4px 0 20px;scroll-margin-top:56px}
.verdicts li{margin:0 0 8px}
.cautions{color:#5c3a00;background:#fff6e5;border:1px solid #e8cf9f;padding:10px 10px 10px 30px;font-size:15px}
dt{font-weight:600;margin-top:12px}
dd{margin:2px 0 0}
dl.short dt{margin-top:8px;text-transform:none}
figure{margin:20px 0 28px;break-inside:avoid}
figure h3{margin:0}
.subject{color:var(--soft);font-size:14px;margin:0 0 6px}
.scroll{overflow-x:auto}
.chart svg{display:block;max-width:100%;height:auto}
.narrow{display:none}
figcaption{color:var(--soft);font-size:14px;max-width:74ch}
.save{margin:4px 0}
button{font:inherit;font-size:13px;margin:0 6px 0 0;padding:2px 10px;border:1px solid #8a8a8a;background:#fff;color:var(--ink);cursor:pointer}
details{margin:8px 0}
summary{cursor:pointer;color:var(--link);font-size:14px}
:focus-visible{outline:3px solid #d98200;outline-offset:2px}
table{border-collapse:collapse;font-size:14px;margin:8px 0;font-variant-numeric:tabular-nums}
th,td{text-align:right;padding:6px 10px;border-bottom:1px solid var(--line);vertical-align:top}
td{white-space:nowrap}
th[scope=row],th:first-child{text-align:left;font-weight:600}
thead th{background:var(--wash);font-weight:600;vertical-align:bottom}
.board table{width:100%}
figure th[scope=row]{min-width:130px}
#cost td,#weak td{white-space:normal;min-width:96px}
#plans-compared th,#plans-compared td,.sides th,.sides td{padding:6px;font-size:13px}
.sides td{white-space:normal}
#plans-compared td:nth-child(3){white-space:normal;min-width:72px}
#claims td,#assumptions td{white-space:normal;text-align:left;min-width:150px}
#parts td:nth-child(2),#parts th:nth-child(2){text-align:left}
#claims thead th,#assumptions thead th{text-align:left}
.ranking td:first-child,.ranking th:nth-child(2){text-align:left}
.ranking th[scope=row]{min-width:160px;white-space:normal;overflow-wrap:anywhere}
.ranking .bar{min-width:120px;background:linear-gradient(#cfe3f2,#cfe3f2) left/0 100% no-repeat;print-color-adjust:exact}
pre{background:var(--wash);padding:12px;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;background:#fff;padding:8px}
@media (max-width:600px){.wide{display:none}.narrow{display:block}.scroll{padding-right:28px;mask-image:linear-gradient(to right,#000 calc(100% - 28px),transparent)}h1{font-size:25px}.headline{font-size:17px;padding:12px 14px}header,main{padding-left:14px;padding-right:14px}.tiles{grid-template-columns:1fr 1fr;gap:8px}.tiles div{padding:8px 10px}.tiles .value{font-size:20px}.quotes{grid-template-columns:1fr}.contents ol{columns:1}.chapter>summary h2{font-size:18px}}
@media print{@page{size:A4;margin:12mm 14mm 14mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#595959}}body{font-size:8.4pt;line-height:1.25}header,main{max-width:none;padding:0}h1{font-size:17pt;margin:0 0 3pt}h2{font-size:14pt;margin:12pt 0 6pt;padding-top:0;border:0}h3{font-size:10.5pt;margin:8pt 0 2pt}h2,h3,summary,.subject,dt{break-after:avoid}.brand,.meta,.subject,figcaption{font-size:8pt}.ranking-part{break-inside:avoid}.board h2{margin:4pt 0}.headline{font-size:10.5pt;padding:5pt 9pt;margin:0 0 5pt}.tiles{grid-template-columns:repeat(4,1fr);gap:6pt;margin:0 0 4pt}.tiles div{padding:4pt 6pt}.tiles .value{font-size:14pt}.tiles dt,.tiles dd{font-size:8pt}.board figure{margin:4pt 0}.board .chart svg{max-height:50mm;max-width:100%}.board .twin,.save,.skip{display:none}.notes{columns:2;column-gap:16pt;margin:3pt 0;font-size:8pt;line-height:1.25}.board p.meta{margin:2pt 0}.board h3{margin:5pt 0 1pt}.quotes footer{font-size:7.5pt}.notes div{margin:0 0 4pt}.notes dt{margin:0}.quotes{margin:4pt 0}details::details-content{content-visibility:visible;block-size:auto;display:block}.chapter>summary{padding:10pt 0 2pt;list-style:none}.chapter>summary h2{font-size:13pt}.twin>summary{display:none}.scroll,.chart{overflow:visible}table{font-size:8pt}td{white-space:normal}th,td{padding:2.5pt 4pt;min-width:0!important}th{overflow-wrap:break-word;hyphens:auto}td{white-space:normal!important}.chapter table{font-size:7pt}.chapter th,.chapter td{padding:2pt 3pt!important;font-size:7pt!important}figcaption{max-width:none}thead{display:table-header-group}tr,blockquote,.tiles div,.notes div{break-inside:avoid}}
`;
