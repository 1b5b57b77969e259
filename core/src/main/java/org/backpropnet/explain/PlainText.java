package org.backpropnet.explain;

import java.util.regex.Pattern;

/** The words of a page without its marks. */
final class PlainText {
  private static final Pattern PICTURE =
      Pattern.compile(
          "<figure>\n<svg[^>]*aria-label=\"([^\"]*)\"[^>]*>.*?</figure>", Pattern.DOTALL);
  private static final Pattern HIDDEN =
      Pattern.compile("<(script|style|nav|title)[^>]*>.*?</\\1>", Pattern.DOTALL);

  private PlainText() {}

  static String of(String html) {
    String text = PICTURE.matcher(html).replaceAll("[$1]");
    text = HIDDEN.matcher(text).replaceAll("");
    text = text.replaceAll("</t[hd]><t[hd][^>]*>", " | ").replaceAll("<h[12]>", "\n");
    text = text.replace("</dt><dd>", ": ");
    text = text.replaceAll("<[^>]*>", "");
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text = text.replace("&#123;", "{").replace("&amp;", "&");
    return text.replaceAll("\n{3,}", "\n\n").strip() + "\n";
  }
}
