package weka.classifiers.functions;

import java.beans.BeanInfo;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.beans.SimpleBeanInfo;
import org.backpropnet.weka.HiddenLayersEditor;
import org.backpropnet.weka.HiddenRows;

/**
 * Gives the hidden layers a row of their own kind in dialogs. Java finds this class by its name.
 */
public class BackpropNetBeanInfo extends SimpleBeanInfo {
  /** All properties as Java finds them by itself; those below replace theirs. */
  @Override
  public BeanInfo[] getAdditionalBeanInfo() {
    try {
      return new BeanInfo[] {
        Introspector.getBeanInfo(BackpropNet.class, Introspector.IGNORE_ALL_BEANINFO)
      };
    } catch (IntrospectionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public PropertyDescriptor[] getPropertyDescriptors() {
    try {
      PropertyDescriptor layers = new PropertyDescriptor(HiddenRows.PROPERTY, BackpropNet.class);
      layers.setPropertyEditorClass(HiddenLayersEditor.class);
      return new PropertyDescriptor[] {layers};
    } catch (IntrospectionException e) {
      throw new IllegalStateException(e);
    }
  }
}
