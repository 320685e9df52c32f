/**
 * Ways out of a page, each a function of the window to use and the address to reach.
 * What a browser refuses may throw: that is a result too.
 */
(() => {
    /** @param {Window} w @param {string} tag @param {object} properties */
    const add = (w, tag, properties = {}, parent = w.document.body) => {
        const element = w.document.createElement(tag);
        Object.assign(element, properties);
        parent.append(element);
        return element;
    };
    /** A page in the background is not drawn, unless one asks for a measure. */
    const draw = (element) => element.offsetHeight;
    const inHead = (w, rel, href, more = {}) => add(w, 'link', { rel, href, ...more }, w.document.head);
    const ice = (w, server) => {
        const peer = new w.RTCPeerConnection({ iceServers: [{ username: 'u', credential: 'c', ...server }] });
        peer.createDataChannel('');
        return peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    };
    const script = (code) => URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    const host = (url) => url.replace(/^\w+:\/\//, '');

    /** These leave the page where it is. */
    const still = {
        fetch: (w, url) => w.fetch(url, { mode: 'no-cors' }),
        'fetch-keepalive': (w, url) => w.fetch(url, { mode: 'no-cors', keepalive: true }),
        'fetch-later': (w, url) => w.fetchLater(url, { activateAfter: 0 }),
        xhr: (w, url) => {
            const request = new w.XMLHttpRequest();
            request.open('GET', url);
            request.send();
        },
        beacon: (w, url) => w.navigator.sendBeacon(url, 'x'),
        websocket: (w, url) => new w.WebSocket(url.replace('http', 'ws')),
        eventsource: (w, url) => new w.EventSource(url),
        'webrtc-stun': (w, url) => ice(w, { urls: `stun:${host(url)}` }),
        'webrtc-turn': (w, url) => ice(w, { urls: `turn:${host(url)}` }),
        webtransport: (w, url) => new w.WebTransport(url.replace('http', 'https')),
        image: (w, url) => { new w.Image().src = url; },
        srcset: (w, url) => add(w, 'img', { srcset: `${url} 1x` }),
        'image-input': (w, url) => add(w, 'input', { type: 'image', src: url }),
        'image-svg': (w, url) => {
            const svg = w.document.createElementNS('http://www.w3.org/2000/svg', 'svg');
            const image = w.document.createElementNS('http://www.w3.org/2000/svg', 'image');
            image.setAttribute('href', url);
            svg.append(image);
            w.document.body.append(svg);
        },
        video: (w, url) => add(w, 'video', { src: url, preload: 'auto' }).load(),
        object: (w, url) => add(w, 'object', { data: url }),
        embed: (w, url) => add(w, 'embed', { src: url, type: 'text/html' }),
        frame: (w, url) => add(w, 'iframe', { src: url }),
        'frame-inner': (w, url) => add(w, 'iframe', { srcdoc: `<img src="${url}">` }),
        script: (w, url) => add(w, 'script', { src: url }),
        'script-module': (w, url) => add(w, 'script', { type: 'module', src: url }),
        'script-inline': (w, url) => add(w, 'script', { textContent: `new Image().src = '${url}'` }),
        eval: (w, url) => w.eval(`new Image().src = '${url}'`),
        'worker-blob': (w, url) => new w.Worker(script(`fetch('${url}', {mode: 'no-cors'})`)),
        'worker-import': (w, url) => new w.Worker(script(`importScripts('${url}')`)),
        'worker-shared': (w, url) => new w.SharedWorker(script(`fetch('${url}', {mode: 'no-cors'})`)),
        'service-worker': (w, url) => w.navigator.serviceWorker.register(`/attack-service-worker.js?${url}`),
        'style-sheet': (w, url) => inHead(w, 'stylesheet', url),
        'style-import': (w, url) => add(w, 'style', { textContent: `@import '${url}'` }),
        'style-attribute': (w, url) => {
            const styled = add(w, 'p', { textContent: 'x' });
            styled.style.backgroundImage = `url(${url})`;
            draw(styled);
        },
        'style-exfiltration': (w, url) => {
            const bait = add(w, 'input', { id: 'bait' });
            bait.setAttribute('value', 'secret');
            add(w, 'style', { textContent: `#bait[value^="s"] { background: url(${url}) }` });
            draw(bait);
        },
        'style-rule': (w, url) => {
            const sheets = [...w.document.styleSheets];
            const own = sheets.find(({ href }) => href?.startsWith(location.origin)) ?? add(w, 'style').sheet;
            const ruled = add(w, 'p', { id: 'rule', textContent: 'x' });
            own.insertRule(`#rule { background: url(${url}) }`, own.cssRules.length);
            draw(ruled);
        },
        font: (w, url) => new w.FontFace('x', `url(${url})`).load(),
        preload: (w, url) => inHead(w, 'preload', url, { as: 'image' }),
        modulepreload: (w, url) => inHead(w, 'modulepreload', url),
        prefetch: (w, url) => inHead(w, 'prefetch', url),
        preconnect: (w, url) => inHead(w, 'preconnect', url),
        'dns-prefetch': (w, url) => inHead(w, 'dns-prefetch', url),
        ping: (w, url) => add(w, 'a', { href: '/attack-runtime/lock.json', target: '_blank', ping: url }).click(),
        'window-open': (w, url) => w.open(url),
        'link-blank': (w, url) => add(w, 'a', { href: url, target: '_blank' }).click(),
        'form-blank': (w, url) => add(w, 'form', { action: url, target: '_blank' }).submit(),
        'popup-own-page': async (w, url) => {
            const popup = w.open('/help-now/');
            await new Promise((done) => { popup.onload = done; });
            add(popup, 'img', { src: url });
        },
        'popup-own-file': async (w, url) => {
            const popup = w.open('/assets/pictures/icon.svg');
            await new Promise((done) => { popup.onload = done; });
            const image = popup.document.createElementNS('http://www.w3.org/1999/xhtml', 'img');
            image.setAttribute('src', url);
            popup.document.documentElement.append(image);
        },
        'popup-not-found': async (w, url) => {
            const popup = w.open('/no/such/page/');
            await new Promise((done) => { popup.onload = done; });
            add(popup, 'script', { src: url });
        },
        'popup-navigates': async (w, url) => {
            const popup = w.open('/help-now/');
            await new Promise((done) => { popup.onload = done; });
            add(popup, 'a', { href: url }).click();
        },
    };

    /** These take the page away, or bend its addresses: each needs a fresh one. */
    const leaving = {
        base: (w, url) => {
            add(w, 'base', { href: `${url}/` }, w.document.head);
            add(w, 'img').setAttribute('src', 'relative');
        },
        location: (w, url) => { w.location.href = url; },
        'location-replace': (w, url) => w.location.replace(url),
        link: (w, url) => add(w, 'a', { href: url }).click(),
        'link-download': (w, url) => add(w, 'a', { href: url, download: 'x' }).click(),
        'meta-refresh': (w, url) => {
            const meta = w.document.createElement('meta');
            meta.httpEquiv = 'refresh';
            meta.content = `0;url=${url}`;
            w.document.head.append(meta);
        },
        'form-get': (w, url) => add(w, 'form', { action: url }).submit(),
        'form-post': (w, url) => add(w, 'form', { action: url, method: 'post' }).submit(),
    };

    /** For a worker: no document, no window. */
    const worker = {
        fetch: (w, url) => w.fetch(url, { mode: 'no-cors' }),
        xhr: still.xhr,
        websocket: still.websocket,
        eventsource: still.eventsource,
        webtransport: still.webtransport,
        font: still.font,
        'cache-add': (w, url) => w.caches.open('x').then((cache) => cache.add(new w.Request(url, { mode: 'no-cors' }))),
        'import-scripts': (w, url) => w.importScripts(url),
        import: (w, url) => import(url),
        'worker-blob': (w, url) => new w.Worker(w.URL.createObjectURL(new w.Blob([`fetch('${url}', {mode: 'no-cors'})`]))),
        'wasm-streaming': (w, url) => w.WebAssembly.compileStreaming(w.fetch(url, { mode: 'no-cors' })),
        eval: (w, url) => w.eval(`fetch('${url}', {mode: 'no-cors'})`),
        'code-from-text': (w, url) => w.console.log.constructor(`fetch('${url}', {mode: 'no-cors'})`)(),
        'timer-text': (w, url) => w.setTimeout(`fetch('${url}', {mode: 'no-cors'})`, 0),
    };

    const startTimer = globalThis.setTimeout.bind(globalThis);
    const groups = { still, leaving, worker };

    /**
     * Starts probes a moment later, and waits for none: whether one got out is for others to see.
     *
     * @param {'still'|'leaving'|'worker'} group
     * @param {Record<string, string>} addresses  by channel
     */
    globalThis.attack = (group, addresses, w = globalThis) => {
        for (const [channel, url] of Object.entries(addresses)) {
            startTimer(() => Promise.resolve().then(() => groups[group][channel](w, url)).catch(() => {}), 0);
        }
    };
    globalThis.channelsOf = (group) => Object.keys(groups[group]);
})();
