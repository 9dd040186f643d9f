// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader does with the page, one line of outcome for each. Appended to a
// copy of the report by page.sh, which reads the lines back from the document.
(function () {
'use strict';
var outcome = document.createElement('pre');
function say(good, what) {
    outcome.textContent += (good ? 'ok ' : 'FAILED ') + what + '\n';
}
function texts(rows, at) {
    return rows.map(function (r) { return r.cells[at].textContent; });
}
function shown(table) {
    return Array.from(table.tBodies[0].rows).filter(function (r) {
        return r.getBoundingClientRect().height > 0;
    });
}
try {
    var page = document.documentElement;
    say(page.scrollWidth <= window.innerWidth,
        'no sideways scroll at ' + window.innerWidth + ': ' + page.scrollWidth);

    // Sorting an area table by its first indicator, and by name.
    var table = document.querySelector('table.areas'), body = table.tBodies[0];
    var before = texts(Array.from(body.rows), 0);
    var button = table.tHead.rows[0].cells[1].querySelector('button');
    function values() {
        return Array.from(body.rows).slice(0, -1).map(function (r) {
            return Number(r.cells[1].dataset.v);
        });
    }
    button.click();
    var up = values();
    say(up.length > 2 && up.every(function (v, i) { return !i || up[i - 1] <= v; }),
        'numbers rise: ' + up);
    say(body.rows[body.rows.length - 1].className === 'total', 'the whole is last');
    say(button.parentNode.getAttribute('aria-sort') === 'ascending', 'and told');
    button.click();
    var down = values();
    say(down.every(function (v, i) { return !i || down[i - 1] >= v; }),
        'numbers fall: ' + down);
    button.click();
    say(texts(Array.from(body.rows), 0).join() === before.join(), 'own order back');
    // By hand, in the order of the Vietnamese alphabet (D before Đ, T before Th).
    table.tHead.rows[0].cells[0].querySelector('button').click();
    say(texts(Array.from(body.rows), 0).join() ===
        'Đông Hưng,Hưng Hà,Kiến Xương,Quỳnh Phụ,Thái Thụy,Thành phố Thái Bình,' +
        'Tiền Hải,Vũ Thư,Toàn tỉnh', 'names: ' + texts(Array.from(body.rows), 0));

    // Filtering without marks; the line that sums up stays.
    var files = document.querySelector('#sources table'), rows = shown(files).length;
    var input = files.closest('.table').querySelector('input[type=search]');
    input.value = 'TRE EM va hoc sinh theo tung tuoi, gioi tinh';
    input.dispatchEvent(new Event('input'));
    say(texts(shown(files), 0).join() ===
        'exports/hoc-sinh-theo-do-tuoi.csv,Tất cả các tệp',
        'filtered: ' + texts(shown(files), 0));
    input.value = '';
    input.dispatchEvent(new Event('input'));
    say(rows > 40 && shown(files).length === rows, 'filter taken away');

    // One area through all tables.
    var select = document.querySelector('.chooser select');
    select.value = 'Tiền Hải';
    select.dispatchEvent(new Event('change'));
    var tables = document.querySelectorAll('table.areas').length;
    var chosen = document.querySelectorAll('tr.chosen[aria-current=true]');
    say(tables > 3 && chosen.length === tables,
        'chosen in ' + chosen.length + ' of ' + tables + ' tables');

    // What a screen reader and a keyboard need.
    var all = Array.from(document.querySelectorAll('main table'));
    say(all.every(function (t) { return t.caption && t.caption.textContent; }),
        'every table has a caption');
    say(all.every(function (t) {
        return t.querySelectorAll('thead th:not([scope=col])').length === 0;
    }), 'every head has its scope');
    say(Array.from(document.querySelectorAll('figure svg')).every(function (s) {
        return s.querySelector('title') && s.querySelector('desc');
    }), 'every picture has title and description');
    var ids = Array.from(document.querySelectorAll('[id]'), function (e) {
        return e.id;
    });
    say(new Set(ids).size === ids.length, 'no id twice');
} catch (error) {
    say(false, String(error));
}
outcome.id = 'outcome';
document.body.appendChild(outcome);
if (window.parent !== window) window.parent.postMessage(outcome.textContent, '*');
})();
