/** Rules of the page beside those of reports. */
export const PLAY_STYLE = `
.skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;background:#fff;padding:8px;z-index:9}
.play header,.play main,.play footer{max-width:1240px}
.play footer{margin:0 auto;padding:0 20px 40px}
.play footer pre{white-space:pre-wrap;font-size:12px}
.play main{display:grid;grid-template-columns:minmax(300px,400px) 1fr;gap:28px;align-items:start}
.bar{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:10px 0 4px}
.play button,.play select,.play input,.play textarea{font:inherit;color:inherit}
.play select{max-width:100%}.play .bar #scenario{max-width:330px}
.play button,.play select{min-height:36px;padding:4px 12px;border:1px solid #767676;border-radius:4px;background:#fff}
.play button:hover:not(:disabled):not([aria-pressed=true]){background:var(--wash)}
.play button:disabled{color:#767676;border-color:var(--line)}
.play button[aria-pressed=true]{background:var(--link);color:#fff;border-color:var(--link)}
.play :focus-visible{outline:3px solid #d98200;outline-offset:2px}
.controls>fieldset.all{border:0;padding:0;margin:0;min-width:0}
.controls fieldset fieldset{border:1px solid var(--line);border-radius:4px;margin:0 0 14px;padding:8px 12px 12px;min-width:0}
.controls legend{font-weight:650;padding:0 4px}
.controls h2{margin:18px 0 8px;padding-top:10px;font-size:19px}
.controls details>summary{cursor:pointer;padding:6px 0}
.field{margin:8px 0 0}
.field .top select{min-width:0;max-width:72%}
.field .top{display:flex;justify-content:space-between;gap:8px;align-items:baseline}
.field label{font-size:15px}
.field .line{display:flex;gap:8px;align-items:center}
.field input[type=range]{flex:1;min-width:80px;min-height:28px;accent-color:var(--link);margin:0}
.field input[type=number]{width:104px;min-height:34px;padding:2px 6px;border:1px solid #767676;border-radius:4px}
.field.changed label{font-weight:650}
.field.changed label::after{content:" •";color:#7a2e00}
.field .small{min-height:30px;padding:1px 8px;font-size:14px}
.field .unit{width:76px;font-size:13px;color:var(--soft);line-height:1.1;overflow-wrap:anywhere}
.track{position:relative;height:8px;margin:0 196px 0 0}
.track i{position:absolute;top:2px;height:4px;background:#d98200;border-radius:2px}
.track b{position:absolute;top:0;width:2px;height:8px;background:var(--ink)}
.curve{width:100%;height:64px;display:block;margin:4px 0 0}.curve .axis{stroke:#999;fill:none}.curve .target{stroke:#767676;stroke-dasharray:3 3;fill:none}.curve .pays{stroke:var(--link);stroke-width:2;fill:none}
.arms{display:grid;gap:6px;margin:0;padding:0;list-style:none}
.arms small{display:block;font-size:13px;color:var(--soft);line-height:1.3}
.arms label{display:flex;gap:8px;align-items:baseline;min-height:28px}
.copying{display:flex;flex-wrap:wrap;gap:6px 8px;align-items:center;margin:6px 0 12px}.copying p{flex-basis:100%;margin:0}.copying input{flex:1;min-width:150px;min-height:34px;padding:2px 6px;border:1px solid #767676;border-radius:4px}.copying label{font-size:15px;flex-basis:100%}
.tested select{min-height:30px;padding:1px 8px}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.state{font-size:15px;color:var(--soft);min-height:24px}
.answer.stale .body,.answer .before{opacity:.45;filter:grayscale(1)}
.answer{min-width:0}
@media (min-width:821px){.answer{position:sticky;top:0;max-height:100vh;overflow:auto;padding:8px 4px 24px 0}}
.play .answer h2:first-child{margin-top:0;border:0;padding-top:0}
.notice{border:1px solid #e8cf9f;background:#fff6e5;color:#5c3a00;padding:8px 12px;margin:8px 0}
.panel{border:1px solid var(--line);padding:12px 16px;margin:10px 0;background:var(--wash)}
.play #app>.panel{max-width:1200px;margin:10px auto}
@media (max-width:1240px){.play #app>.panel{margin:10px 14px}}
.panel h2{border:0;margin:0 0 8px;padding:0}
.editor .cm-editor{border:1px solid #767676;border-radius:4px;background:#fff;height:min(60vh,480px);font-size:13px}.editor .cm-scroller{overflow:auto;font-family:ui-monospace,Menlo,Consolas,monospace}
@media (max-width:820px){.editor .cm-content{font-size:14px}}
.panel input[type=text],.panel .code{width:100%;font:13px/1.4 ui-monospace,Menlo,Consolas,monospace;padding:6px;border:1px solid #767676;border-radius:4px;background:#fff;overflow-wrap:anywhere;white-space:pre-wrap;margin:2px 0 8px}
.wrong{margin:2px 0;color:#8a1c00;font-size:14px}
.company{display:grid;gap:2px;margin:0;font-size:15px}.company div{display:flex;justify-content:space-between;gap:12px}.company dt{font-weight:400;margin:0}.company dd{margin:0;font-weight:650;white-space:nowrap}
.save{margin:4px 0 0}.play .save button{min-height:28px;padding:1px 10px;font-size:13px;margin-right:6px}
.changes{margin:0;padding-left:20px}
.summaryLine{position:sticky;bottom:0;margin:0;padding:8px 20px;background:#fff;border-top:2px solid var(--link);font-weight:600;font-size:15px;z-index:2}
.play [hidden]{display:none!important}.hiding .sensitivity,.hiding .weight,.hiding .arms small,.hiding .usual{display:none!important}
@media screen{.printed{display:none}}.round{break-inside:avoid}.heading{display:flex;gap:8px;align-items:center;flex-wrap:wrap}.heading input[type=text]{flex:1;min-width:180px;width:auto;margin:0;min-height:34px}@media print{.card h2,.next,.heading label{display:none!important}.heading input[type=text]{border:0;font-weight:600;font-size:24px;background:none}.summaryLine{display:none}.guessing .answer .body,.guessing header,.guessing .answer>h2{display:none!important}}
.folded{margin:0 0 10px}.folded>summary{cursor:pointer;padding:6px 0;font-weight:650}.folded figure h3{display:none}.story small{display:block;font-size:14px;color:var(--soft)}.guess input{margin-top:4px}.card small{display:block;margin-top:6px;font-size:15px;color:inherit}@media(max-width:640px){.card td,.card th{white-space:normal;padding:4px;font-size:13px}}
.guess{display:flex;flex-wrap:wrap;gap:10px;align-items:end}
.guess label{display:grid;font-size:14px;width:130px}.guesses{width:100%;max-width:640px;display:block;margin:6px 0;font-size:14px}.guesses .range{stroke:#1a1a1a;stroke-width:2;fill:none}.guesses .best{fill:#1a1a1a}.guesses .interval{fill:var(--link);fill-opacity:.35;stroke:var(--link)}.guesses .zero{stroke:#767676;stroke-dasharray:3 3;fill:none}
.guess input[type=text]{width:100%;margin:0;min-height:34px;border:1px solid #767676;border-radius:4px;padding:2px 6px}
.play .tiles{grid-template-columns:repeat(auto-fit,minmax(160px,1fr))}
.toknobs{display:none}
@media (max-width:400px){.field .unit{width:48px}.field input[type=number]{width:88px}.track{margin-right:152px}}
@media (max-width:820px){.toknobs{display:block}.play main{grid-template-columns:minmax(0,1fr)}.play header,.play main{padding:0 14px}.play .answer{order:-1}}
@media (min-width:1500px){.play header,.play main,.play footer{max-width:1680px}.play main{grid-template-columns:minmax(0,780px) minmax(0,1fr)}.controls{min-width:0}.forms{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:18px;align-items:start}}
@media (prefers-reduced-motion:no-preference){.answer .body{transition:opacity .1s}}
@media print{.controls,.bar,.panel:not(.card),.state,.toknobs,.card form,.card button,.picking,.play footer,.notice{display:none!important}.play main{display:block}.answer{position:static;max-height:none;overflow:visible}.card{background:none}}
`;
