/** Four small files of one typeface, served under /citizen/; a page reads well without them. */
const SUBSETS = {
  latin: "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F",
  vietnamese:
    "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304," +
    "U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
};
const WEIGHTS = [400, 600];

const FONT_FACES = WEIGHTS.flatMap((weight) =>
  Object.entries(SUBSETS).map(
    ([subset, range]) =>
      `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};font-display:swap;` +
      `src:url(/citizen/be-vietnam-pro-${subset}-${weight}-normal.woff2) format("woff2");unicode-range:${range}}`,
  ),
).join("");

/** The grounds and tones of the console, so that both sides of the counter look like one house. */
const LIGHT =
  "--ground:#f6f2ea;--card:#fffdf9;--ink:#1b2b33;--soft:#54636b;--line:#ded6c8;--field:#77828a;" +
  "--head:#0f3350;--on-head:#f7fafb;--accent:#0f6a68;--on-accent:#fff;--tint:#e2f1ef;" +
  "--amber:#fdf1d7;--amber-ink:#7a4a00;";
const DARK =
  "--ground:#10181d;--card:#182329;--ink:#e8e4dc;--soft:#a4b3b9;--line:#2c3a41;--field:#7d9199;" +
  "--head:#0a2236;--on-head:#f2f6f8;--accent:#7fd0ca;--on-accent:#0d1418;--tint:#163536;" +
  "--amber:#362a12;--amber-ink:#f2cc85;";

/** Kept small: the whole page should reach an old phone on a slow line in one go. */
export const STYLES = `${FONT_FACES}
:root{${LIGHT}color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:400 1.0625rem/1.6 "Be Vietnam Pro",system-ui,-apple-system,Roboto,"Segoe UI",sans-serif;overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.2em}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:4px}
h1,h2{line-height:1.25;font-weight:600;margin:0 0 .5rem;text-wrap:balance}
h1{font-size:1.75rem}
h2{font-size:1.1875rem}
p,ul,ol,dl{margin:0 0 .75rem}
ul,ol{padding-left:1.25rem}
strong,dt,label,summary{font-weight:600}
.skip{position:absolute;left:-999rem;background:var(--card);padding:.5rem 1rem}
.skip:focus{left:.5rem;top:.5rem;z-index:1}
header{background:var(--head);color:var(--on-head)}
header a{color:inherit}
header a:focus-visible{outline-color:var(--on-head)}
.bar,main,body>footer{max-width:60rem;margin:0 auto;padding:0 1rem}
.bar{display:flex;align-items:center;justify-content:space-between;min-height:3.5rem}
.brand{display:inline-flex;align-items:center;gap:.6rem;font-weight:600;font-size:1.1875rem;text-decoration:none}
nav a{display:inline-block;padding:.6rem 0}
main{padding-top:1.5rem;padding-bottom:1rem}
.lead{font-size:1.125rem;color:var(--soft);max-width:42rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.125rem 1.25rem;margin:0 0 1rem}
.card>:last-child,.problem>:last-child{margin-bottom:0}
.first{border-top:4px solid var(--accent)}
.ways{display:grid;gap:1rem;margin-top:1.5rem}
.ways .card{margin:0}
.field{margin-bottom:1rem}
label{display:block}
.hint{margin:0 0 .3rem;font-size:.9375rem;color:var(--soft)}
input,select,textarea{width:100%;min-height:3rem;padding:.5rem .75rem;font:inherit;color:inherit;background:var(--card);border:1px solid var(--field);border-radius:6px}
input[type=radio]{width:1.25rem;min-height:1.25rem;margin:0 .6rem 0 0;vertical-align:-.2rem}
.choice{font-weight:400;padding:.45rem 0}
fieldset{border:0;margin:0 0 1rem;padding:0}
legend{font-weight:600;padding:0;margin-bottom:.25rem}
@supports selector(:has(*)){form:has(.home:checked) .elsewhere{display:none}}
.pairs.price>div{flex-wrap:nowrap}
.pairs.price dt{flex:1 1 auto}
.pairs.price dd{flex:0 0 auto}
.pairs .sum dt{font-weight:600;color:var(--ink)}
.sum{border-top:1px solid var(--line);font-weight:600}
input[aria-invalid]{border:2px solid var(--amber-ink)}
button{min-height:3rem;padding:.5rem 1.5rem;font:inherit;font-weight:600;color:var(--on-accent);background:var(--accent);border:0;border-radius:6px;cursor:pointer}
.levels{display:grid;gap:.75rem;margin-bottom:.75rem}
.levels+.small{margin-bottom:0}
.levels button{min-height:3.5rem;color:var(--ink);background:var(--card);border:2px solid var(--field)}
.levels [aria-pressed=true]{color:var(--on-accent);background:var(--accent);border-color:var(--accent)}
.levels [aria-pressed=true]:before{content:"✓ "}
.thanks{background:var(--tint);border-left:4px solid var(--accent);border-radius:6px;padding:.75rem 1rem}
.problem,.note{background:var(--amber);color:var(--amber-ink);border-left:4px solid var(--amber-ink);border-radius:6px;padding:.75rem 1rem;margin-bottom:1rem}
.status{border-left:6px solid var(--accent);background:var(--tint);border-radius:10px;padding:1.25rem;margin-bottom:1rem}
.status .lead{color:var(--ink)}
.status .pairs{margin-bottom:0}
.pairs>div{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.25rem 0}
.pairs dt{flex:0 0 11rem;color:var(--soft);font-weight:400}
.pairs dd{flex:1 1 14rem;margin:0}
.code{font-variant-numeric:tabular-nums;letter-spacing:.01em}
.date{font-size:1.5rem;font-weight:600;line-height:1.3}
.badge{display:inline-block;margin-left:.5rem;padding:.1rem .6rem;font-size:.9375rem;border-radius:99px;background:var(--amber);color:var(--amber-ink);border:1px solid var(--amber-ink);vertical-align:middle}
summary{cursor:pointer;padding:.6rem 0;color:var(--accent)}
.caption{margin:1rem 0 .25rem}
.days{list-style:none;padding:0}
.days li{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.35rem 0 .35rem .75rem;border-left:3px solid var(--accent);margin-bottom:.25rem}
.days .skipped{border-left:3px dashed var(--field);color:var(--soft)}
.days .when{flex:0 0 25rem;max-width:100%}
.days .when:first-letter{text-transform:uppercase}
.days .what{flex:1 1 14rem}
.rules li{margin-bottom:.4rem}
small,.small,.facts{font-size:.9375rem;color:var(--soft)}
.facts{display:block}
.dot{padding:0 .4rem}
.steps{list-style:none;padding:0;margin:0}
.steps li{position:relative;padding:0 0 1rem 1.75rem}
.steps li:before{content:"";position:absolute;left:.2rem;top:.45rem;width:.75rem;height:.75rem;border-radius:50%;background:var(--accent)}
.steps li:after{content:"";position:absolute;left:.5rem;top:1.3rem;bottom:-.3rem;width:2px;background:var(--line)}
.steps li:last-child{padding-bottom:0}
.steps li:last-child:after{display:none}
.steps strong,.steps time,.steps span{display:block}
.steps time,.steps span{font-size:.9375rem;color:var(--soft)}
.papers,.procedures{list-style:none;padding:0}
.papers li,.procedures li{padding:.5rem 0;border-top:1px solid var(--line)}
.papers li:first-child{border-top:0;padding-top:0}
.procedures a{display:block;font-weight:600;padding:.25rem 0}
.lines{white-space:pre-line}
.contents{display:grid;gap:0 1.5rem;list-style:none;padding:0}
.contents a{display:inline-block;padding:.5rem 0}
h3{font-size:1.0625rem;line-height:1.3;font-weight:600;margin:1.25rem 0 .35rem}
h2+h3{margin-top:.5rem}
h3+.papers{border-top:1px solid var(--line);padding-top:.5rem}
:target{scroll-margin-top:.5rem}
.count{margin-top:1.5rem;font-size:1rem;color:var(--soft)}
.quiet{margin-top:1.5rem}
body>footer{color:var(--soft);font-size:.9375rem;padding-top:.5rem;padding-bottom:1.5rem}
@media (min-width:52rem){h1{font-size:2.125rem}.ways,.contents{grid-template-columns:1fr 1fr}.levels{grid-template-columns:repeat(3,1fr)}main{padding-top:2.5rem}}
@media print{:root{${LIGHT}}body{background:#fff;font-size:11pt}header{color:inherit;background:none}header nav,.skip,.screen-only,body>footer,details:not([open]){display:none}.card,.status{break-inside:avoid;border-color:#999;background:#fff}.long{break-inside:auto}.long li,dl>div{break-inside:avoid}h2,h3{break-after:avoid}main{padding-top:0;max-width:none}}
`;
