/** The style sheet of reports: readable on a phone, on A4 and in greyscale. */
export const STYLE = `
:root{color-scheme:light;--ink:#1b1b1b;--soft:#595959;--line:#d9d9d9;--wash:#f5f6f7;--link:#0b5c8f}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
header,main{max-width:960px;margin:0 auto;padding:0 20px}
header{padding-top:32px}
.brand{color:var(--soft);margin:0 0 6px;font-size:14px}
h1{font-size:32px;line-height:1.15;margin:0 0 10px;overflow-wrap:anywhere}
h2{font-size:22px;margin:44px 0 12px;padding-top:12px;border-top:1px solid var(--line)}
h3{font-size:16px;margin:24px 0 8px}
p,li,dd{overflow-wrap:anywhere}
.meta{color:var(--soft);font-size:14px}
.headline{font-size:20px;line-height:1.45;background:var(--wash);border-left:4px solid var(--link);padding:16px 18px;margin:0 0 18px}.headline p{margin:0 0 10px}.headline p:last-child{margin:0}
.verdicts li{margin:0 0 8px}
.cautions{color:#5c3a00;background:#fff6e5;border:1px solid #e8cf9f;padding:10px 10px 10px 30px;font-size:15px}
dt{font-weight:600;margin-top:12px}
dd{margin:2px 0 0}
dl.short dt{margin-top:8px;text-transform:none}
figure{margin:28px 0 34px;break-inside:avoid}
figure h3{margin:0 0 6px}
.chart,.scroll{overflow-x:auto}
.chart svg{display:block;max-width:100%;height:auto}
figcaption{color:var(--soft);font-size:14px;max-width:70ch}
details{margin:8px 0}
summary{cursor:pointer;color:var(--link);font-size:14px}
:focus-visible{outline:3px solid #d98200;outline-offset:2px}
table{border-collapse:collapse;font-size:14px;margin:8px 0;font-variant-numeric:tabular-nums}
th,td{text-align:right;padding:6px 10px;border-bottom:1px solid var(--line);vertical-align:top}
td{white-space:nowrap}
th[scope=row],th:first-child{text-align:left;font-weight:600}
thead th{background:var(--wash);font-weight:600;vertical-align:bottom}
figure th[scope=row]{min-width:130px}
section[aria-labelledby=cost-title] td,section[aria-labelledby=weak-title] td{white-space:normal;min-width:96px}
section[aria-labelledby=arms-title] th,section[aria-labelledby=arms-title] td{padding:6px;font-size:13px}
section[aria-labelledby=arms-title] td:nth-child(3){white-space:normal;min-width:72px}
section[aria-labelledby=claims-title] td,section[aria-labelledby=assumptions-title] td{white-space:normal;text-align:left;min-width:150px}
section[aria-labelledby=claims-title] thead th,section[aria-labelledby=assumptions-title] thead th{text-align:left}
.ranking td:first-child,.ranking th:nth-child(2){text-align:left}
.ranking th[scope=row]{min-width:160px;white-space:normal;overflow-wrap:anywhere}
.ranking .bar{min-width:120px;background:linear-gradient(#cfe3f2,#cfe3f2) left/0 100% no-repeat;print-color-adjust:exact}
pre{background:var(--wash);padding:12px;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;background:#fff;padding:8px}
@media (max-width:600px){.chart,.scroll{padding-right:28px;mask-image:linear-gradient(to right,#000 calc(100% - 28px),transparent)}figure[id^=chart-bridge] .chart svg{width:100%!important}h1{font-size:26px}.headline{font-size:17px}.headline p{margin:0 0 10px}.headline p:last-child{margin:0}header,main{padding:0 14px}.chart svg{max-width:none;width:640px}}
@media print{@page{size:A4;margin:14mm}body{font-size:11pt}details:not([open])>*:not(summary){display:none}summary{display:none}.skip{display:none}header,main{max-width:none;padding:0}.scroll,.chart{overflow:visible}table{font-size:8.5pt}td{white-space:normal}th,td{padding:3px 5px}h2{break-after:avoid}tr{break-inside:avoid}}
`;
