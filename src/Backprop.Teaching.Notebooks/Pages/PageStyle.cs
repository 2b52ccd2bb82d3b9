namespace Backprop.Teaching.Notebooks;

/// <summary>How a page looks: one column, light or dark as the reader's system is, readable on a phone and on paper.</summary>
static class PageStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ground: #fff; --ink: #1b1b1b; --faint: #f3f3f1; --line: #c9c9c4; --link: #0b5394; --wrong: #a4262c; }
        @media (prefers-color-scheme: dark) { :root { --ground: #1b1b1b; --ink: #e8e8e4; --faint: #272725; --line: #4a4a46; --link: #8ab8e6; --wrong: #ff9a8d; } }
        body { margin: 0 auto; max-width: 52rem; padding: 1rem; background: var(--ground); color: var(--ink); font: 1.05rem/1.55 system-ui, sans-serif; }
        a { color: var(--link); }
        pre { overflow-x: auto; padding: .6rem .8rem; font: .95rem/1.45 ui-monospace, monospace; }
        pre.code { background: var(--faint); border-left: 3px solid var(--line); margin: 1rem 0 .3rem; }
        pre.printed, pre.output, pre.error { margin: .3rem 0; }
        pre.error { color: var(--wrong); border-left: 3px solid var(--wrong); }
        .output { overflow-x: auto; margin: .4rem 0 1.2rem; padding-left: .8rem; }
        .text table { border-collapse: collapse; } .text th, .text td { border: 1px solid var(--line); padding: .2rem .6rem; }
        nav { border: 1px solid var(--line); padding: .2rem 1rem; margin-bottom: 1.5rem; } nav ul { list-style: none; padding: 0; margin: .4rem 0; }
        nav .level2 { padding-left: 1rem; } nav .level3 { padding-left: 2rem; }
        @media print { nav { display: none; } body { max-width: none; } details > * { display: block; } .cell { break-inside: avoid; } }

        """;
}
