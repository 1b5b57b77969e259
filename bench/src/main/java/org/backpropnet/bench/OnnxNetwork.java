package org.backpropnet.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.backpropnet.data.InputCode;
import org.backpropnet.function.Activation;
import org.backpropnet.model.Model;
import org.backpropnet.network.LayerSpec;
import org.backpropnet.network.Parameters;

/**
 * A trained classifier with numeric columns, rectifiers and softmax as an ONNX file (operator set
 * 13). Centre and scale of the columns are folded into the first layer, in double. Field numbers
 * are those of onnx.proto.
 */
final class OnnxNetwork {
  /** Name of the graph's input, [rows][columns] float. */
  static final String INPUT = "x";

  private static final String OUTPUT = "p";
  private static final int OPSET = 13;
  private static final int FLOAT = 1;
  private static final int INT_ATTRIBUTE = 2;

  private final Model model;
  private final Parameters layout;
  private final double[] numbers;
  private final Protobuf graph = new Protobuf();

  OnnxNetwork(Model model) {
    this.model = model;
    layout = Parameters.of(model.spec());
    numbers = model.copyOfParameters();
    fold();
  }

  /** The file's bytes. */
  byte[] bytes() {
    List<LayerSpec> layers = model.spec().layers();
    String below = INPUT;
    for (int l = 0; l < layers.size(); l++) {
      weights(l);
      node("Gemm", "z" + l, List.of(below, "w" + l, "b" + l), "transB");
      boolean last = l == layers.size() - 1;
      if (!last && layers.get(l).activation() != Activation.RELU) {
        throw new IllegalArgumentException("Only rectifiers are written.");
      }
      below = last ? OUTPUT : "a" + l;
      node(last ? "Softmax" : "Relu", below, List.of("z" + l), last ? "axis" : null);
    }
    graph.text(2, "network");
    graph.message(11, port(INPUT, model.spec().inputs()));
    graph.message(12, port(OUTPUT, model.spec().outputs()));
    Protobuf set = new Protobuf().text(1, "").number(2, OPSET);
    return new Protobuf().number(1, 7).message(7, graph).message(8, set).toBytes();
  }

  private void fold() {
    for (InputCode code : model.encoder().codes()) {
      InputCode.Number number = (InputCode.Number) code;
      for (int unit = 0; unit < layout.units(0); unit++) {
        int at = layout.weight(0, unit, number.input());
        numbers[at] /= number.scale();
        numbers[layout.bias(0, unit)] -= numbers[at] * number.center();
      }
    }
  }

  private void weights(int l) {
    int units = layout.units(l);
    int inputs = layout.inputs(l);
    graph.message(5, tensor("w" + l, layout.weight(l, 0, 0), units, inputs));
    graph.message(5, tensor("b" + l, layout.bias(l, 0), units));
  }

  private Protobuf tensor(String name, int at, int... sizes) {
    Protobuf tensor = new Protobuf();
    int count = 1;
    for (int size : sizes) {
      tensor.number(1, size);
      count *= size;
    }
    ByteBuffer raw = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      raw.putFloat((float) numbers[at + i]);
    }
    return tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array());
  }

  private void node(String operator, String output, List<String> inputs, String one) {
    Protobuf node = new Protobuf();
    for (String input : inputs) {
      node.text(1, input);
    }
    node.text(2, output).text(4, operator);
    if (one != null) {
      node.message(5, new Protobuf().text(1, one).number(3, 1).number(20, INT_ATTRIBUTE));
    }
    graph.message(1, node);
  }

  /** [any number of rows][columns] of float. */
  private static Protobuf port(String name, int columns) {
    Protobuf rows = new Protobuf().text(2, "rows");
    Protobuf shape = new Protobuf().message(1, rows);
    shape.message(1, new Protobuf().number(1, columns));
    Protobuf tensor = new Protobuf().number(1, FLOAT).message(2, shape);
    return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
  }

  /** Just as much of the protobuf wire format as is needed. */
  private static final class Protobuf {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Protobuf number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Protobuf bytes(int field, byte[] value) {
      varint(((long) field << 3) | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    Protobuf text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Protobuf message(int field, Protobuf value) {
      return bytes(field, value.toBytes());
    }

    byte[] toBytes() {
      return out.toByteArray();
    }

    private void varint(long value) {
      long left = value;
      while (left > 127) {
        out.write((int) ((left & 127) | 128));
        left >>>= 7;
      }
      out.write((int) left);
    }
  }
}
