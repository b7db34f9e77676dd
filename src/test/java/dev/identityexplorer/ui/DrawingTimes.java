package dev.identityexplorer.ui;

/**
 * How long a running server's pages take in Chromium: {@code DrawingTimes http://127.0.0.1:7070/ [ELEMENTS]}. First the
 * overview in a browser that has nothing cached, then a graph of so many nodes and relationships with its free layout,
 * from the call to the second frame after it, five times in fresh tabs.
 */
public final class DrawingTimes {

    private static final String OVERVIEW = "() => document.querySelector('.kinds-table td.num a') !== null";

    /** A tree in which each node holds nine others, of all kinds. */
    private static final String DRAW = """
            async elements => {
              await import('/parts/graph-view.js');
              await import('/graph.js');
              const kinds = ['User', 'Role', 'Group', 'CustomerManaged', 'Service', 'Resource'];
              const nodes = Array.from({ length: elements / 2 }, (_, i) => ({ id: 'n' + i, name: 'identity-' + i, kind: kinds[i % 6] }));
              const edges = nodes.slice(1).map((n, i) => ({ id: 'e' + i, from: n.id, to: 'n' + Math.floor(i / 9), type: 'TRUSTS' }));
              const view = Object.assign(document.createElement('ie-graph'), { className: 'result-graph', layout: 'force' });
              document.querySelector('main').replaceChildren(view);
              await view.updateComplete;
              const start = performance.now();
              await new Promise(done => view.use(async graph => {
                graph.add({ nodes, edges });
                await graph.force({ fresh: true });
                requestAnimationFrame(() => requestAnimationFrame(done));
              }));
              return performance.now() - start;
            }""";

    private DrawingTimes() {}

    public static void main(String[] args) {
        int elements = args.length > 1 ? Integer.parseInt(args[1]) : 2000;
        for (int run = 0; run < 5; run++) {
            try (var tab = Tab.desktop()) {
                long start = System.nanoTime();
                tab.page.navigate(args[0]);
                tab.page.waitForFunction(OVERVIEW);
                double overview = (System.nanoTime() - start) / 1e6;
                var drawn = ((Number) tab.page.evaluate(DRAW, elements)).doubleValue();
                System.out.printf("overview %6.0f ms, %d elements %6.0f ms%n", overview, elements, drawn);
            }
        }
        System.exit(0);
    }
}
