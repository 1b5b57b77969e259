package org.backpropnet.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.backpropnet.data.InputCode;

/**
 * One page that explains a network on the user's own rows, without mathematics: how it came to be,
 * how it answers one row, how far it can be trusted. The same question gives the same bytes on
 * every machine, which is what {@link Verify} builds on.
 */
public final class CompletePicture {
  private static final int SECTIONS = 21;
  private static final int GLOSSARY = 10;

  private final String html;
  private final List<Fact> facts;

  private CompletePicture(String html, Collection<Fact> facts) {
    this.html = html;
    this.facts = List.copyOf(facts);
  }

  /**
   * Explains a network.
   *
   * @param question model, rows, the row to follow
   * @return the page
   * @throws org.backpropnet.data.DataException if the table lacks a column, or the truth for every
   *     row
   */
  public static CompletePicture of(Question question) {
    Subject s = new Subject(question);
    Paper p = new Paper(s.unit, s.model.target());
    String net = "";
    if (s.constant()) {
      Diagnosis.write(s, null, p);
      section("20", p, () -> Trust.write(s, p));
    } else {
      net = sections(s, p);
    }
    glossary(p);
    return new CompletePicture(page(question, s, p, net), p.facts());
  }

  private static String sections(Subject s, Paper p) {
    Judge judge = Judge.of(s);
    double[] typical = Drivers.typical(s);
    Slopes slopes = Slopes.of(s);
    Diagnosis.write(s, judge, p);
    section("0", p, () -> ScoreCard.write(s, judge, p));
    section("1", p, () -> Dials.write(s, p));
    section("2", p, () -> NetworkMap.write(s, p));
    section("3", p, () -> ForwardWalk.write(s, p));
    section("4", p, () -> Bends.write(s, p));
    section("5", p, () -> NoBends.write(s, judge, p));
    section("6", p, () -> Squash.write(s, p));
    section("7", p, () -> Miss.write(s, p));
    section("8", p, () -> Nudge.write(s, slopes, p));
    section("9", p, () -> OneStep.write(s, slopes, p));
    section("10", p, () -> Blame.write(s, p));
    section("11", p, () -> Hill.write(s, slopes, p));
    section("12", p, () -> Course.write(s, p));
    section("13", p, () -> Logic.write(s, p));
    p.begin("14");
    List<InputCode> important = Importance.write(s, judge, p).codes();
    p.end();
    section("15", p, () -> WhatIf.write(s, judge, important, p));
    section("16", p, () -> Drivers.write(s, typical, p));
    section("17", p, () -> Sureness.write(s, judge, p));
    section("18", p, () -> WorstRows.write(s, judge, typical, p));
    section("19", p, () -> Trust.exports(p));
    section("20", p, () -> Trust.write(s, p));
    return ScriptNetwork.json(s, important);
  }

  private static void section(String name, Paper p, Runnable write) {
    p.begin(name);
    write.run();
    p.end();
  }

  private static void glossary(Paper p) {
    p.begin("g");
    p.line("<dl>");
    for (int i = 1; i <= GLOSSARY; i++) {
      String[] entry = Words.of("glossary." + i).split("\\|", 2);
      p.line("<dt>" + entry[0] + "</dt><dd>" + entry[1] + "</dd>");
    }
    p.line("</dl>");
    p.end();
  }

  private static String page(Question question, Subject s, Paper p, String net) {
    List<String> lines = new ArrayList<>();
    String title = Words.of("title").replace("{t}", Html.escape(s.model.target()));
    lines.add("<!DOCTYPE html>");
    lines.add("<html lang=\"" + Words.of("language") + "\">");
    lines.add("<head><meta charset=\"utf-8\"><title>" + title + "</title>");
    lines.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    lines.add(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
            + " style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">");
    lines.add("<link rel=\"icon\" href=\"data:,\">");
    lines.add("<style>\n" + Words.file("page.css") + "</style></head>");
    lines.add("<body><main>");
    lines.add("<h1>" + title + "</h1>");
    lines.add("<p class=\"lead\">" + p.fill(Words.of("lead")) + "</p>");
    contents(s.constant(), lines, p);
    lines.add(p.html() + "<p class=\"note\" id=\"fingerprint\">" + Trust.fingerprint(s) + "</p>");
    lines.add("</main>");
    String about = "{\"row\":" + (s.row + 1) + ",\"unit\":" + Html.json(question.unit()) + "}";
    lines.add("<script type=\"application/json\" id=\"about\">\n" + about + "\n</script>");
    lines.add("<script type=\"application/json\" id=\"facts\">\n[");
    List<Fact> facts = new ArrayList<>(p.facts());
    for (int i = 0; i < facts.size(); i++) {
      lines.add(facts.get(i).json() + (i + 1 < facts.size() ? "," : ""));
    }
    lines.add("]\n</script>");
    lines.add("<script>\n" + Words.file("facts.js") + "</script>");
    if (!net.isEmpty()) {
      lines.add("<script type=\"application/json\" id=\"net\">\n" + net + "\n</script>");
      lines.add("<script>\n" + Words.file("page.js") + "</script>");
    }
    lines.add("</body></html>");
    return String.join("\n", lines) + "\n";
  }

  private static void contents(boolean constant, List<String> lines, Paper p) {
    if (constant) {
      return;
    }
    StringBuilder list = new StringBuilder("<nav><details><summary>");
    list.append(Words.of("contents")).append("</summary><ol start=\"0\">");
    for (int i = 0; i < SECTIONS; i++) {
      String title = p.fill(Words.of(i + ".title"));
      list.append("<li><a href=\"#s").append(i).append("\">").append(title).append("</a></li>");
    }
    lines.add(list + "</ol></details></nav>");
  }

  /**
   * The page.
   *
   * @return one HTML file that needs no other
   */
  public String html() {
    return html;
  }

  /**
   * All numbers of the page.
   *
   * @return in their order
   */
  public List<Fact> facts() {
    return facts;
  }

  /**
   * A number of the page.
   *
   * @param id section and name
   * @return the fact
   * @throws IllegalArgumentException if the page has no such fact
   */
  public Fact fact(String id) {
    for (Fact fact : facts) {
      if (fact.id().equals(id)) {
        return fact;
      }
    }
    throw new IllegalArgumentException("The page has no fact \"" + id + "\".");
  }

  /**
   * The words of the page, for places that show no HTML; a picture is told by what it shows.
   *
   * @return plain text
   */
  public String text() {
    return PlainText.of(html);
  }
}
