/*
 * svg_finish.c - drawings as gnuplot writes them, and what is made of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "tests/house.h"

#include "charts/svg_finish.h"
#include "engine/base/arena.h"
#include "engine/base/text.h"

#define HEAD                                                                   \
    "<?xml version=\"1.0\" encoding=\"utf-8\"  standalone=\"no\"?>\n"          \
    "<svg \n width=\"300\" height=\"200\"\n viewBox=\"0 0 300 200\"\n"         \
    " xmlns=\"http://www.w3.org/2000/svg\"\n>\n\n"                             \
    "<title>Gnuplot</title>\n<desc>Produced by GNUPLOT 5.4</desc>\n\n"
#define DEFS                                                                   \
    "<defs>\n\n\t<circle id='gpDot' r='0.5'/>\n"                               \
    "\t<path id='gpPt0' d='M-1,0 h2'/>\n"                                      \
    "\t<circle id='gpPt5' cx='0' cy='0' r='1'/>\n"                             \
    "\t<use xlink:href='#gpPt5' id='gpPt6' fill='currentColor'/>\n"            \
    "\t<filter id='textbox' x='0'>\n\t  <feFlood result='bgnd'/>\n"            \
    "\t</filter>\n</defs>\n"

static struct chart_style style = { .font_fallback =
                                        "Arimo, 'DejaVu Sans', sans-serif" };
static struct chart_spec spec = { .name = "rate-1",
                                  .title = "A & B\n<C>",
                                  .description = "It \"rises\".",
                                  .width = 320,
                                  .height = 240,
                                  .style = &style };

static bool finish(const char *drawn, struct text *out)
{
    struct arena *scratch = arena_new();
    *out = text_new();
    bool whole = svg_finish(drawn, &spec, out, scratch);
    arena_free(scratch);
    return whole;
}

static void root_says_what_it_is(void **state)
{
    (void)state;
    struct text out;
    assert_true(finish(HEAD "<g></g></svg>\n", &out));
    assert_string_equal(
        out.bytes, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                   "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"320\" "
                   "height=\"240\" viewBox=\"0 0 320 240\" role=\"img\" "
                   "aria-labelledby=\"c-rate-1-title c-rate-1-desc\" "
                   "font-family=\"Arimo, 'DejaVu Sans', sans-serif\">\n"
                   "<title id=\"c-rate-1-title\">A &amp; B &lt;C&gt;</title>\n"
                   "<desc id=\"c-rate-1-desc\">It &quot;rises&quot;.</desc>\n"
                   "</svg>\n");
    text_free(&out);
}

static void groups_without_content_go(void **state)
{
    (void)state;
    struct text out;
    assert_true(finish(HEAD DEFS
                       "<g id=\"gnuplot_canvas\">\n"
                       "<g fill=\"none\" color=\"black\">\n</g>\n"
                       "\t<g id=\"p1\" ><title>$D1 using</title>\n"
                       "<g fill=\"none\" color=\"red\"><g><g>\n</g></g>\n"
                       "<path stroke='rgb(  8,  81, 156)'  d='M1,2 L3,4  '/>"
                       "</g>\n\t</g>\n</g>\n</svg>\n",
                       &out));
    const char *body = strstr(out.bytes, "</desc>\n") + strlen("</desc>\n");
    assert_string_equal(body, "<g fill=\"none\" color=\"red\">\n"
                              "<path stroke=\"#08519c\" d=\"M1,2 L3,4\"/>\n"
                              "</g>\n</svg>\n");
    text_free(&out);
}

static void words_keep_weight_and_lose_family(void **state)
{
    (void)state;
    struct text out;
    assert_true(finish(
        HEAD "<g transform=\"translate(1.00,2.00)\" fill=\"rgb(255,0,0)\" "
             "font-family=\"Arimo:Bold\" font-size=\"17.00\"  "
             "text-anchor=\"start\">\n\t\t<text> a &lt; b > c &amp; </text>\n"
             "</g></svg>",
        &out));
    const char *body = strstr(out.bytes, "</desc>\n") + strlen("</desc>\n");
    assert_string_equal(
        body, "<g transform=\"translate(1.00,2.00)\" fill=\"#ff0000\" "
              "font-weight=\"bold\" font-size=\"17.00\" "
              "text-anchor=\"start\">\n"
              "<text> a &lt; b &gt; c &amp; </text>\n</g>\n</svg>\n");
    text_free(&out);
}

static void marks_keep_what_they_use(void **state)
{
    (void)state;
    struct text out;
    assert_true(finish(HEAD DEFS "<use xlink:href='#gpPt6' transform='x'/>\n"
                                 "</svg>\n",
                       &out));
    const char *body = strstr(out.bytes, "</desc>\n") + strlen("</desc>\n");
    assert_string_equal(
        body, "<defs>\n<circle id=\"c-rate-1-gpPt5\" cx=\"0\" cy=\"0\" "
              "r=\"1\"/>\n<use xlink:href=\"#c-rate-1-gpPt5\" "
              "id=\"c-rate-1-gpPt6\" fill=\"currentColor\"/>\n</defs>\n"
              "<use xlink:href=\"#c-rate-1-gpPt6\" transform=\"x\"/>\n"
              "</svg>\n");
    text_free(&out);
}

static void lines_get_their_own_paths(void **state)
{
    (void)state;
    struct text out;
    assert_true(
        finish(HEAD "<path stroke='x'  d='M1,2 \n\t L3,4\n M5.00,6 L7,8 L9,10 "
                    "M1,1 L2,2  '/><path e='y'/></svg>",
               &out));
    const char *body = strstr(out.bytes, "</desc>\n") + strlen("</desc>\n");
    assert_string_equal(body, "<path stroke=\"x\" d=\"M1,2 L3,4\"/>\n"
                              "<path stroke=\"x\" d=\"M5,6 L7,8 L9,10\"/>\n"
                              "<path stroke=\"x\" d=\"M1,1 L2,2\"/>\n"
                              "<path e=\"y\"/>\n</svg>\n");
    text_free(&out);
}

static void places_lose_their_zeros(void **state)
{
    (void)state;
    struct text out;
    assert_true(finish(HEAD "<polygon fill='1.50' points='100.00,0.05 "
                            "10.50,200.10 -3.00,40 '/></svg>",
                       &out));
    const char *body = strstr(out.bytes, "</desc>\n") + strlen("</desc>\n");
    assert_string_equal(body, "<polygon fill=\"1.50\" points=\"100,0.05 "
                              "10.5,200.1 -3,40\"/>\n</svg>\n");
    text_free(&out);
}

static void halves_are_refused(void **state)
{
    (void)state;
    static const char *const whole =
        HEAD DEFS "<g id=\"x\"><text>abc</text><path d='M1'/></g>\n</svg>\n";
    struct text out;
    assert_true(finish(whole, &out));
    text_free(&out);
    size_t end = strlen(whole) - strlen("</svg>\n");
    for (size_t length = 0; length <= end; length++) {
        char *part = strndup(whole, length);
        assert_false(finish(part, &out));
        text_free(&out);
        free(part);
    }
    assert_false(finish("<?xml ?></svg>", &out));
    text_free(&out);
    assert_false(finish("<svg></g></svg>", &out));
    text_free(&out);
    assert_false(finish("<svg><g></svg>", &out));
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(root_says_what_it_is),
        cmocka_unit_test(groups_without_content_go),
        cmocka_unit_test(words_keep_weight_and_lose_family),
        cmocka_unit_test(marks_keep_what_they_use),
        cmocka_unit_test(lines_get_their_own_paths),
        cmocka_unit_test(places_lose_their_zeros),
        cmocka_unit_test(halves_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
