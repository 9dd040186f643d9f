/*
 * page_script.c - the script of a page.
 *
 *  (1) Numbers sort by their values, words in the page's language; what has no
 *      number stays behind all that have one, whichever way it is sorted. A
 *      third press brings back the order of the report.
 *  (2) The filter minds neither case nor marks: "thai thuy" finds Thái Thụy.
 *  (3) Rows that sum up stay last and are never filtered out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "engine/report/page_script.h"

#include <stdint.h>
#include <string.h>

#include "engine/base/digest.h"
#include "engine/base/text.h"

static const char script[] =
    "(function(){'use strict';\n"
    "var main=document.querySelector('main'),say=main.dataset;\n"
    "var words=new Intl.Collator(document.documentElement.lang,"
    "{numeric:true});\n"
    "function fold(s){return s.toLowerCase().normalize('NFD')"
    ".replace(/[\\u0300-\\u036f]/g,'').replace(/\\u0111/g,'d')}\n"
    "function make(tag,parent,text){var e=document.createElement(tag);"
    "if(text)e.textContent=text;parent.appendChild(e);return e}\n"
    "function number(row,at){var v=row.cells[at].dataset.v;"
    "return v===undefined?null:Number(v)}\n"
    /* (1) */
    "function order(rows,at,way){\n"
    "  var counted=rows.some(function(r){return number(r,at)!==null});\n"
    "  return rows.sort(function(a,b){\n"
    "    if(!way)return a.place-b.place;\n"
    "    if(!counted)return way*words.compare(a.cells[at].textContent,"
    "b.cells[at].textContent)||a.place-b.place;\n"
    "    var x=number(a,at),y=number(b,at);\n"
    "    if(x===null||y===null)return (x===null)-(y===null)"
    "||a.place-b.place;\n"
    "    return way*(x-y)||a.place-b.place})}\n"
    "function sortable(table,body,rows,last){\n"
    "  var heads=Array.from(table.tHead.rows[0].cells);\n"
    "  heads.forEach(function(head,at){\n"
    "    var button=document.createElement('button');"
    "button.type='button';\n"
    "    while(head.firstChild)button.appendChild(head.firstChild);\n"
    "    head.appendChild(button);\n"
    "    button.addEventListener('click',function(){\n"
    "      var was=head.getAttribute('aria-sort');\n"
    "      var way=was==='ascending'?-1:was==='descending'?0:1;\n"
    "      heads.forEach(function(h){h.removeAttribute('aria-sort')});\n"
    "      if(way)head.setAttribute('aria-sort',"
    "way>0?'ascending':'descending');\n"
    "      order(rows.slice(),at,way).concat(last)"
    ".forEach(function(r){body.appendChild(r)})})})}\n"
    /* (2) */
    "function filterable(table,rows){\n"
    "  var box=table.closest('.table'),tools=document.createElement('p');\n"
    "  tools.className='tools';box.insertBefore(tools,box.firstChild);\n"
    "  var label=make('label',tools,say.filter+' ');\n"
    "  var input=make('input',label),count=make('output',tools);"
    "input.type='search';\n"
    "  input.addEventListener('input',function(){\n"
    "    var wanted=fold(input.value.trim()),shown=0;\n"
    "    rows.forEach(function(r){"
    "r.hidden=fold(r.textContent).indexOf(wanted)<0;"
    "if(!r.hidden)shown++});\n"
    "    count.textContent=wanted?' '+shown+'/'+rows.length:''})}\n"
    "var named=new Map();\n"
    "document.querySelectorAll('main table').forEach(function(table){\n"
    "  var body=table.tBodies[0],all=Array.from(body.rows);\n"
    "  all.forEach(function(r,i){r.place=i});\n"
    "  var last=all.filter(function(r){"
    "return r.classList.contains('total')});\n"
    "  var rows=all.filter(function(r){return last.indexOf(r)<0});\n"
    "  if(rows.length>1)sortable(table,body,rows,last);\n"
    "  if(rows.length>15)filterable(table,rows);\n"
    "  if(table.classList.contains('areas'))rows.forEach(function(r){"
    "var n=r.cells[0].textContent;"
    "if(!named.has(n))named.set(n,[]);named.get(n).push(r)})});\n"
    "if(named.size>1){\n"
    "  var bar=document.createElement('p');bar.className='tools chooser';\n"
    "  main.insertBefore(bar,main.firstChild);\n"
    "  var label=make('label',bar,say.area+' '),"
    "select=make('select',label);\n"
    "  make('option',select,say.all).value='';\n"
    "  Array.from(named.keys()).forEach(function(n){"
    "make('option',select,n).value=n});\n"
    "  select.addEventListener('change',function(){"
    "named.forEach(function(rows,n){rows.forEach(function(r){"
    "var on=n===select.value;r.classList.toggle('chosen',on);"
    "if(on)r.setAttribute('aria-current','true');"
    "else r.removeAttribute('aria-current')})})})}\n"
    "})();\n";

void page_script_add(struct text *out)
{
    text_add(out, script);
}

static unsigned nibble(char digit)
{
    return (unsigned)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/* The sum's bytes in base 64 (RFC 4648), 43 letters and one sign of filling. */
static void add_base64(struct text *out, const char digits[DIGEST_LENGTH])
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                  "abcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < DIGEST_LENGTH; i += 3) { /* three digits, 12 bits */
        unsigned bits = 0;
        for (int k = 0; k < 3; k++)
            bits =
                bits << 4 | (i + k < DIGEST_LENGTH ? nibble(digits[i + k]) : 0);
        text_addf(out, "%c", letters[bits >> 6]);
        if (i + 1 < DIGEST_LENGTH)
            text_addf(out, "%c", letters[bits & 63]);
    }
    text_add(out, "=");
}

void page_script_policy(struct text *out)
{
    char digits[DIGEST_LENGTH + 1];
    digest_of(digits, script, strlen(script));
    text_add(out, "'sha256-");
    add_base64(out, digits);
    text_add(out, "'");
}
