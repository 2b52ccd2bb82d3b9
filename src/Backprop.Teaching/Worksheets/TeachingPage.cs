using System.Net;

namespace Backprop.Teaching;

/// <summary>A page for a class: one self-contained HTML file, no script, nothing from outside, made for a screen and for A4 paper.</summary>
static class TeachingPage
{
    const string Css = """
        :root { color-scheme: light; }
        * { box-sizing: border-box; }
        html { background: #fff; }
        body { margin: 0 auto; max-width: 186mm; padding: 8mm 4mm; background: #fff; color: #111; font: 10.5pt/1.4 system-ui, "DejaVu Sans", sans-serif; }
        h1 { font-size: 15pt; margin: 0 0 1mm; } h2 { font-size: 11.5pt; margin: 5mm 0 1.5mm; border-bottom: .3mm solid #888; padding-bottom: .5mm; } h3 { font-size: 10.5pt; margin: 3mm 0 1mm; }
        p { margin: 1mm 0; } .quiet { color: #444; font-size: 9.5pt; }
        header { display: flex; justify-content: space-between; gap: 8mm; align-items: flex-end; margin-bottom: 3mm; }
        .name { flex: 1; text-align: right; } .name span { display: inline-block; min-width: 60mm; border-bottom: .3mm solid #111; text-align: left; padding: 0 1mm; overflow-wrap: anywhere; }
        .row { display: flex; flex-wrap: wrap; gap: 2mm 8mm; align-items: center; margin: 2mm 0; }
        .labelled { display: inline-flex; align-items: center; gap: 1.5mm; break-inside: avoid; }
        .matrix { border-collapse: separate; border-spacing: 0; border-left: .4mm solid #111; border-right: .4mm solid #111; border-radius: 2mm; }
        .matrix td { padding: .3mm 2mm; text-align: right; font-variant-numeric: tabular-nums; }
        .boxes { display: flex; flex-wrap: wrap; gap: 2.5mm 5mm; margin: 1mm 0 2mm; }
        .answer { display: inline-flex; align-items: center; gap: 1.5mm; break-inside: avoid; }
        .answer b { font-weight: 500; white-space: nowrap; } .box { display: inline-block; width: 24mm; height: 8.5mm; border: .35mm solid #111; border-radius: 1mm; text-align: center; line-height: 8mm; font-variant-numeric: tabular-nums; }
        .group { break-inside: avoid; margin-bottom: 1.5mm; } .group > p { margin: 0 0 1mm; }
        .space { border: .25mm dotted #999; border-radius: 1mm; height: 70mm; margin-top: 2mm; break-inside: avoid; }
        table.grid { border-collapse: collapse; width: 100%; margin: 1mm 0 3mm; } .grid th, .grid td { border: .25mm solid #999; padding: .6mm 2mm; height: 7.2mm; text-align: left; font-weight: 500; } .grid th:first-child { width: 26mm; } .grid thead { display: table-header-group; } .grid tr { break-inside: avoid; }
        table.list { border-collapse: collapse; width: 100%; margin: 1mm 0 3mm; } .list th, .list td { border-bottom: .2mm solid #bbb; padding: .8mm 2mm; text-align: left; vertical-align: top; } .list thead { display: table-header-group; } .list tr { break-inside: avoid; }
        .list .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } .list td { overflow-wrap: anywhere; }
        code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .92em; } svg { max-width: 100%; height: auto; }
        @page { size: A4; margin: 14mm 12mm; }
        @media print { body { max-width: none; padding: 0; } h2, h3 { break-after: avoid; } .sheet-end { break-after: page; } }
        @media screen and (max-width: 40rem) { header { display: block; } .name { text-align: left; margin-top: 2mm; } }

        """;

    public static string Write(string title, string body) =>
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + $"<title>{Escape(title)}</title>\n<style>\n{Css}</style>\n</head>\n<body>\n{body}</body>\n</html>\n";

    public static string Escape(string text) => WebUtility.HtmlEncode(text);
}
